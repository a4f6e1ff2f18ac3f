"""Listens at the sublayers of a layer: what each is told about training."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import keras

from layergen.check.evidence.randomness import Handed
from layergen.check.probes.inventory import attribute_of


def recorded(layer: keras.Layer, run: Callable[[bool], Any]) -> tuple[Handed, ...]:
    """Runs the layer in training and in inference with an ear at each sublayer whose `call` takes `training`."""
    children = [
        child
        for child in layer._flatten_layers(include_self=False, recursive=False)
        if getattr(child, "_call_has_context_arg", {}).get("training") and "call" not in vars(child)
    ]
    told: dict[int, list[bool | None]] = {id(child): [] for child in children}
    for child in children:
        _listen(child, told[id(child)])
    try:
        seen = []
        for mode in (True, False):
            run(mode)
            seen.append({key: tuple(values) for key, values in told.items()})
            for values in told.values():
                values.clear()
    finally:
        for child in children:
            child.__dict__.pop("call", None)
    return tuple(
        Handed(
            attribute_of(layer, child),
            type(child).__name__,
            seen[0][id(child)],
            seen[1][id(child)],
            _random(child),
            _random(child) or bool(child.non_trainable_weights),
        )
        for child in children
    )


def _random(child: keras.Layer) -> bool:
    return any("seed_generator" in variable.path for variable in child.variables)


def _listen(child: keras.Layer, heard: list[bool | None]) -> None:
    original = child.call

    @functools.wraps(original)
    def call(*values: Any, **options: Any) -> Any:
        mode = options.get("training")
        heard.append(None if mode is None else bool(mode))
        return original(*values, **options)

    # Past Keras's attribute tracking, which is locked after build.
    child.__dict__["call"] = call
