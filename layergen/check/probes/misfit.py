"""Weights whose size follows the wrong axis: seen as soon as two sizes that happened to be equal are not."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.probes import structure
from layergen.check.probes.inventory import path_in
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject

MOST = 12  # axes of weights


def misfit(
    subject: Subject, changes: dict[str, Any], inputs: dict[str, Any], sizes: tuple[int, int]
) -> str | None:
    """The path of the one weight that has one of two sizes where the other makes the layer run.

    A layer whose sizes have to be equal does not run whatever its weights are.
    """
    one, other = sizes
    for number in range(MOST):
        layer = attempt(lambda: subject.make(**changes))
        if isinstance(layer, Raised):
            return None
        exchange = Exchange(layer, number, {one: other, other: one})
        outputs = attempt(subject.call, layer, structure.arrays(inputs), training=False)
        if exchange.weight is None:
            return None  # there is no such axis any more
        if not isinstance(outputs, Raised):
            return path_in(layer, exchange.weight)
    return None


class Exchange:
    """Makes one axis of one of a layer's own weights of the other size; `weight` is the one."""

    def __init__(self, layer: keras.Layer, number: int, sizes: dict[int, int]) -> None:
        self.weight: keras.Variable | None = None
        self.left, self.sizes, self.original = number, sizes, layer.add_weight
        object.__setattr__(layer, "add_weight", self.add_weight)

    def add_weight(self, shape: Any = None, *args: Any, **options: Any) -> keras.Variable:
        if not isinstance(shape, list | tuple):
            return self.original(shape, *args, **options)
        changed = list(shape)
        hit = False
        for axis, size in enumerate(shape):
            if size in self.sizes:
                if self.left == 0:
                    changed[axis], hit = self.sizes[size], True
                self.left -= 1
        made = self.original(tuple(changed), *args, **options)
        self.weight = made if hit else self.weight
        return made
