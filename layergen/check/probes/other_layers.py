"""Other layers for an argument that takes layers: a class or a setting that no default and no guess would restore."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import keras

RECURRENT = ("units", "return_sequences", "return_state")
# What stands in for a layer of this class, and which of its settings are kept: the shapes have to go on fitting.
STAND_INS = {
    "GRUCell": ("SimpleRNNCell", RECURRENT),
    "SimpleRNNCell": ("GRUCell", RECURRENT),
    "GRU": ("SimpleRNN", RECURRENT),
    "SimpleRNN": ("GRU", RECURRENT),
    "LSTM": ("GRU", RECURRENT),
    "Conv1D": ("SeparableConv1D", ("filters", "kernel_size", "strides", "padding")),
    "Conv2D": ("SeparableConv2D", ("filters", "kernel_size", "strides", "padding")),
    "LayerNormalization": ("UnitNormalization", ()),
}
OWN = ("name", "dtype", "trainable", "build_config")  # each layer's own: not handed to another one

Description = dict[str, Any]  # {"$layer": "Dense", "units": 8}


def other_layers(value: Any) -> Iterator[Any]:
    """The value with each layer in it of another class, then with another setting; nothing where it holds none."""
    described = _described(value)
    for change in (_of_another_class, _with_another_setting):
        changed = _with_layers(change, described)
        if changed != described:
            yield changed


def holds_layers(value: Any) -> bool:
    """Whether a layer, or the plain description of one, is in the value."""
    return next(other_layers(value), None) is not None


def _described(value: Any) -> Any:
    """Keras's own layers in the value as the descriptions that make them; anything else as it is."""
    if isinstance(value, keras.layers.Layer):
        kind = type(value)
        if getattr(keras.layers, kind.__name__, None) is not kind:
            return value
        settings = {key: item for key, item in value.get_config().items() if key not in OWN}
        return {"$layer": kind.__name__, **settings}
    if isinstance(value, list | tuple):
        return [_described(item) for item in value]
    return value


def _with_layers(change: Callable[[Description], Description], value: Any) -> Any:
    if isinstance(value, dict) and "$layer" in value:
        return change(value)
    if isinstance(value, dict):
        return {key: _with_layers(change, item) for key, item in value.items()}
    return [_with_layers(change, item) for item in value] if isinstance(value, list) else value


def _of_another_class(layer: Description) -> Description:
    # What normalizes keeps the shape, as most of what is wrapped does.
    name, kept = STAND_INS.get(layer["$layer"], ("LayerNormalization", ()))
    return {"$layer": name, **{key: layer[key] for key in kept if key in layer}}


def _with_another_setting(layer: Description) -> Description:
    if layer["$layer"].startswith(("Dense", "Conv")):
        return {**layer, "activation": "softsign"}
    if layer["$layer"].endswith("Normalization"):
        return {**layer, "epsilon": 0.05}
    return layer
