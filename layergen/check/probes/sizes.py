"""Probe: symbolic calls against calls on arrays, at the drive's sizes, at other sizes and with sizes unknown."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.sizes import Compared, Resized, Sizes
from layergen.check.probes import structure
from layergen.check.probes.promises import (
    at_other_rank,
    compared,
    overridden,
    promise_before_build,
    under_other_settings,
)
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat
from layergen.check.probes.subject import Subject
from layergen.check.probes.symbolic import in_graph

MOST_SIZES = 3


def probe(subject: Subject) -> Sizes:
    layer = subject.made()
    promises = [compared(subject, layer, subject.drive.arguments)]
    resized = []
    for size in subject.sizes[:MOST_SIZES]:
        one, other = _resized(subject, layer, size)
        if one is not None:
            resized.append(one)
        if other is not None:
            promises.append(other)
    promises += under_other_settings(subject)
    before = attempt(subject.make)
    wrong, taken, asked = _wrong_size(subject, layer, resized)
    return Sizes(
        overridden=overridden(type(layer)),
        compared=tuple(promises),
        resized=tuple(resized),
        direct_raised=(
            None if isinstance(before, Raised) else promise_before_build(subject, before, layer)
        ),
        other_rank=at_other_rank(subject),
        wrong_size=wrong,
        wrong_size_taken=taken,
        wrong_size_asked=asked,
    )


def _resized(
    subject: Subject, layer: keras.Layer, size: int
) -> tuple[Resized | None, Compared | None]:
    """One size changed: on a fresh layer, on the layer built for the old size, and unknown."""
    for other in (size + 1, size * 2):
        if other in subject.sizes:
            continue
        fresh = attempt(subject.make)
        got = (
            fresh
            if isinstance(fresh, Raised)
            else attempt(subject.call, fresh, subject.arrays(sizes={size: other}))
        )
        if not isinstance(got, Raised):
            break
    else:
        return None, None
    weights_change = [tuple(w.shape) for w in fresh.weights] != [
        tuple(w.shape) for w in layer.weights
    ]
    changed = structure.resized(subject.drive.arguments, None, {size: other})
    promise = compared(subject, fresh, changed)
    arrays = structure.arrays(changed)
    later = unknown = None
    stretched = False
    if weights_change:
        one = attempt(subject.call, layer, subject.arrays(sizes={size: 1})) if size > 1 else None
        stretched = one is not None and not isinstance(one, Raised)
    else:
        later = attempt(lambda: described(subject.call(layer, arrays)))
        unknown = _with_unknown(subject, size)
    wrong = (
        later is not None
        and not isinstance(later, Raised)
        and _leaf_shapes(later) != _leaf_shapes(described(got))
    )
    record = Resized(
        size=size,
        other=other,
        axes=_axes(subject, size),
        last=any(
            leaf["shape"][-1] == size and "float" in leaf.get("dtype", "float32")
            for leaf in _leaves(subject)
        ),
        steps=_is_length(subject, size),
        weights_change=weights_change,
        unknown_raised=unknown if isinstance(unknown, Raised) else None,
        later_raised=later if isinstance(later, Raised) else None,
        later_shapes=_leaf_shapes(later) if wrong else (),
        stretched=stretched,
    )
    return record, promise


def _with_unknown(subject: Subject, size: int) -> Any:
    """A symbolic call with None for this size, and a trace of `call` where the first does not run it."""
    symbols = subject.symbolic(unknown=(size,))
    layer = attempt(subject.make)
    if isinstance(layer, Raised):
        return layer
    outputs = attempt(subject.call, layer, symbols)
    return outputs if isinstance(outputs, Raised) else in_graph(subject, layer, symbols)


def _is_length(subject: Subject, size: int) -> bool:
    """Whether the size is never that of the last axis, or of ids in a row."""
    last = [leaf for leaf in _leaves(subject) if leaf["shape"][-1] == size]
    return all(
        leaf.get("dtype", "float32").startswith("int") and len(leaf["shape"]) == 2 for leaf in last
    )


def _leaves(subject: Subject) -> list[dict[str, Any]]:
    return [leaf for leaf in flat(subject.drive.arguments) if leaf["shape"]]


def _leaf_shapes(structure_: Any) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(leaf["shape"]) for leaf in flat(structure_) if leaf["shape"] is not None)


def _axes(subject: Subject, size: int) -> tuple[str, ...]:
    found = []
    for name, argument in subject.drive.arguments.items():
        for leaf in flat(argument):
            found += [
                f"{name}[{axis}]" for axis, one in enumerate(leaf["shape"]) if axis and one == size
            ]
    return tuple(dict.fromkeys(found))


def _wrong_size(
    subject: Subject, layer: keras.Layer, resized: list[Resized]
) -> tuple[Raised | None, bool, bool]:
    """The built layer called with a number of features that its weights were not made for."""
    for one in resized:
        if one.weights_change and one.last:
            result = attempt(subject.call, layer, subject.arrays(sizes={one.size: one.other}))
            return (result, False, True) if isinstance(result, Raised) else (None, True, True)
    return None, False, False
