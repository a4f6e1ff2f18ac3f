"""Sublayers and weights that `build` makes for another shape than `call` gives them: seen as soon as two sizes differ."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import keras

from layergen.check.evidence import Misbuilt, Raised
from layergen.check.probes import structure
from layergen.check.probes.inventory import all_layers
from layergen.check.probes.misfit import misfit
from layergen.check.probes.other_settings import settings
from layergen.check.probes.raised import attempt
from layergen.check.probes.rebuild import own_build
from layergen.check.probes.stand_in import standing_in_for
from layergen.check.probes.structure import flat
from layergen.check.probes.subject import Subject

MOST = 16  # variations


@dataclass(frozen=True)
class Changed:
    """Arguments or inputs that differ from the drive's."""

    said: str
    init: dict[str, Any]
    inputs: Any
    sizes: tuple[int, int] | None = None  # two sizes that are equal in the drive, and now are not


def misbuilt(subject: Subject) -> Misbuilt | None:
    """A change of a size that breaks the layer, and would not if a sublayer or a weight had been made for another size."""
    if not own_build(subject.layer_class):
        return None
    layer = attempt(subject.made)
    if isinstance(layer, Raised) or not layer.variables:
        return None
    for changed in islice(_variations(subject), MOST):
        raised = attempt(_call, subject, changed, left=False)
        if not isinstance(raised, Raised):
            continue
        # The proof: the very same layer runs when each sublayer is built on what call hands it.
        if len(all_layers(layer)) > 1 and not isinstance(
            attempt(_call, subject, changed, left=True), Raised
        ):
            return Misbuilt(changed.said, raised)
        # A cell's states have to be as wide as the cell: no other weight is meant there.
        asked = None if hasattr(layer, "state_size") else changed.sizes
        weight = asked and misfit(subject, changed.init, changed.inputs, asked)
        if weight:
            return Misbuilt(changed.said, raised, weight)
    return None


def _variations(subject: Subject) -> Iterator[Changed]:
    """Every size made another: all axes that have it, one input's alone, and each argument."""
    inputs = subject.drive.arguments
    widths = [leaf for leaf in flat(inputs) if len(leaf["shape"]) > 1]
    for size in subject.sizes[::-1]:
        said = f"inputs with {size + 3} in place of {size}"
        yield Changed(said, {}, structure.resized(inputs, None, {size: size + 3}))
    for number, leaf in enumerate(flat(inputs)):
        for axis, size in list(enumerate(leaf["shape"]))[:0:-1]:
            if _stands_elsewhere(size, number, inputs):
                said = f"{size + 3} in place of {size} at axis {axis} of input {number + 1} alone"
                changed = _one_resized(inputs, number, axis, size + 3)
                yield Changed(said, {}, changed, (size, size + 3))
    for setting in settings(subject):
        (value,) = setting.changes.values()
        before = setting.before
        if type(before) is int and type(value) is int and before > 1 and value % before:
            continue  # it may have to be even, or a multiple of the heads
        # A size further left is what the argument counts: scores of `num_heads` heads.
        tied = isinstance(value, int) and before in {leaf["shape"][-1] for leaf in widths}
        yield Changed(setting.said, setting.changes, inputs, (before, value) if tied else None)


def _stands_elsewhere(size: int, number: int, inputs: Any) -> bool:
    return any(
        size in leaf["shape"][1:] for other, leaf in enumerate(flat(inputs)) if other != number
    )


def _one_resized(inputs: Any, number: int, axis: int, size: int) -> Any:
    """The structure with one axis of its n-th tensor of another size."""
    place = iter(range(len(flat(inputs))))

    def change(leaf: structure.Leaf) -> structure.Leaf:
        if next(place) != number:
            return leaf
        shape = list(leaf["shape"])
        shape[axis] = size
        return {**leaf, "shape": shape}

    return structure.mapped(change, inputs)


def _call(subject: Subject, changed: Changed, *, left: bool) -> Any:
    layer = subject.make(**changed.init)
    if left:
        _leave_sublayers_to_call(layer)
    return subject.call(layer, structure.arrays(changed.inputs), training=False)


def _leave_sublayers_to_call(layer: keras.Layer) -> None:
    """While the layer's own build runs, building a sublayer does nothing; the call then builds it, as Keras does."""
    own = layer.build

    @functools.wraps(own)
    def build(*args: Any, **kwargs: Any) -> None:
        left: list[tuple[keras.Layer, Any]] = []
        initialise = keras.Layer.__init__

        def leave(item: keras.Layer) -> None:
            if not any(item is other for other, _ in left):
                left.append((item, item.build))
                object.__setattr__(item, "build", _nothing)

        @standing_in_for(initialise)
        def initialise_and_leave(item: keras.Layer, *values: Any, **options: Any) -> None:
            initialise(item, *values, **options)
            leave(item)

        for item in all_layers(layer)[1:]:
            if not item.built:
                leave(item)
        # Sublayers that build itself makes are left alone too.
        keras.Layer.__init__ = initialise_and_leave
        try:
            own(*args, **kwargs)
        finally:
            keras.Layer.__init__ = initialise
            for item, original in left:
                object.__setattr__(item, "build", original)

    object.__setattr__(layer, "build", build)


def _nothing(*args: Any, **kwargs: Any) -> None:
    """Stands in for a sublayer's build."""
