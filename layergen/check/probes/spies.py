"""Regularizers, constraints, initializers and activations that report whether a layer used them."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import Any

import keras
import numpy as np

PACKAGE = "layergen_spy"
used: Counter[str] = (
    Counter()
)  # by tag; one process probes one layer, so this belongs to that layer


@keras.saving.register_keras_serializable(package=PACKAGE)
class SpyRegularizer(keras.regularizers.Regularizer):
    """A small L2 penalty."""

    def __init__(self, tag: str = "") -> None:
        self.tag = tag

    def __call__(self, x: Any) -> Any:
        used[self.tag] += 1
        return 0.01 * keras.ops.sum(keras.ops.square(x))

    def get_config(self) -> dict[str, Any]:
        return {"tag": self.tag}


@keras.saving.register_keras_serializable(package=PACKAGE)
class SpyConstraint(keras.constraints.Constraint):
    """Leaves weights as they are."""

    def __init__(self, tag: str = "") -> None:
        self.tag = tag

    def __call__(self, w: Any) -> Any:
        used[self.tag] += 1
        return w

    def get_config(self) -> dict[str, Any]:
        return {"tag": self.tag}


@keras.saving.register_keras_serializable(package=PACKAGE)
class SpyInitializer(keras.initializers.Initializer):
    """A constant that no usual initializer gives."""

    def __init__(self, tag: str = "") -> None:
        self.tag = tag

    def __call__(self, shape: Any, dtype: Any = None) -> Any:
        used[self.tag] += 1
        return keras.ops.full(shape, constant_of(self.tag), dtype=dtype)

    def get_config(self) -> dict[str, Any]:
        return {"tag": self.tag}


@keras.saving.register_keras_serializable(package=PACKAGE)
def spy_activation(x: Any) -> Any:
    """Reports under the tag "activation", which is the one that is watched at a time."""
    used["activation"] += 1
    return keras.ops.tanh(x) * 0.7


def constant_of(tag: str) -> float:
    """Where a weight that the initializer of this tag made starts: each has a number of its own."""
    return 0.31 + zlib.crc32(tag.encode()) % 997 / 2000


def reached(kind: str, tag: str, layer: keras.Layer) -> tuple[str, ...]:
    """Names of the weights that hold the spy, or that its initializer filled."""

    def holds(variable: keras.Variable) -> bool:
        if kind == "initializer":
            value = keras.ops.convert_to_numpy(keras.ops.cast(variable.value, "float32"))
            return value.size > 0 and bool(np.allclose(value, constant_of(tag), atol=1e-5))
        held = getattr(variable, kind, None)
        return isinstance(held, SpyRegularizer | SpyConstraint) and held.tag == tag

    return tuple(variable.name for variable in layer.variables if holds(variable))


def spy(kind: str, tag: str) -> Any:
    """A spy for an argument of this kind."""
    if kind == "activation":
        return spy_activation
    return {
        "regularizer": SpyRegularizer,
        "constraint": SpyConstraint,
        "initializer": SpyInitializer,
    }[kind](tag)


def was_used(kind: str, tag: str, layer: keras.Layer) -> bool:
    """Whether the layer used the spy; a constraint counts when a weight has it, for the optimizer is what calls it."""
    if used[tag if kind != "activation" else "activation"]:
        return True
    if kind != "constraint":
        return False
    held = [getattr(variable, "constraint", None) for variable in layer.variables]
    return any(isinstance(item, SpyConstraint) and item.tag == tag for item in held)
