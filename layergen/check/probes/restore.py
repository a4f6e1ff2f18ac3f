"""A layer's config, and the layer made from it again, as Keras does it when a file is loaded."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.probes.raised import attempt
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.subject import SEED


def config_of(layer: keras.Layer) -> dict[str, Any] | Raised:
    """What `get_config` returns; anything but a dictionary is as good as an exception."""
    config = attempt(layer.get_config)
    if isinstance(config, Raised | dict):
        return config
    return Raised("TypeError", f"get_config returned {type(config).__name__}, not a dictionary")


def through_json(layer: keras.Layer) -> dict[str, Any] | Raised:
    """The config as it stands in a file."""
    # Only the config: serialising the layer would ask an unbuilt one how it was built.
    return attempt(
        lambda: json.loads(json.dumps(keras.saving.serialize_keras_object(layer.get_config())))
    )


def restored(layer: keras.Layer, config: dict[str, Any]) -> keras.Layer | Raised:
    """The layer of a config: the config of the file where there is one, a copy of the given one otherwise."""
    written = through_json(layer)
    if isinstance(written, Raised):
        written = attempt(deepcopy, config)
    if isinstance(written, Raised):
        return written
    return from_config(type(layer), written)


def from_config(layer_class: type, config: dict[str, Any]) -> keras.Layer | Raised:
    """`from_config` with the class known by its name; it may take the config apart, so it gets one of its own."""

    def make() -> keras.Layer:
        set_seed(SEED)
        with keras.saving.custom_object_scope({layer_class.__name__: layer_class}):
            made = layer_class.from_config(config)
        if not isinstance(made, keras.Layer):
            raise TypeError(f"from_config returned {type(made).__name__}, not a layer")
        return made

    return attempt(make)
