"""Probe: symbolic calls against calls on arrays, at the drive's sizes, at other sizes and with sizes unknown."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.sizes import Compared, Resized, Sizes
from layergen.check.probes import structure
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat
from layergen.check.probes.subject import Subject

MOST_SIZES = 3


def probe(subject: Subject) -> Sizes:
    layer = subject.made()
    compared = [_compared(subject, layer, {}, batch=None)]
    resized = []
    for size in subject.sizes[:MOST_SIZES]:
        one, other = _resized(subject, layer, size)
        if one is not None:
            resized.append(one)
        if other is not None:
            compared.append(other)
    wrong, taken, asked = _wrong_size(subject, layer, resized)
    return Sizes(
        overridden=overridden(type(layer)),
        compared=tuple(compared),
        resized=tuple(resized),
        other_rank=_other_rank(subject),
        wrong_size=wrong,
        wrong_size_taken=taken,
        wrong_size_asked=asked,
    )


def _other_rank(subject: Subject) -> Compared | None:
    """The promise for one more axis, before the last of floats and after that of ids; only where a promise is written."""
    leaves = _leaves(subject)
    if not overridden(subject.layer_class) or len(flat(subject.drive.arguments)) != 1 or not leaves:
        return None
    shape = list(leaves[0]["shape"])
    where = len(shape) if "int" in leaves[0].get("dtype", "") or len(shape) == 1 else len(shape) - 1
    leaf = {**leaves[0], "shape": [*shape[:where], 3, *shape[where:]]}
    arguments = structure.mapped(lambda _: leaf, subject.drive.arguments)
    layer = attempt(subject.make)
    arrays, symbols = structure.arrays(arguments), structure.symbolic(arguments)
    got = (
        layer
        if isinstance(layer, Raised)
        else attempt(lambda: described(subject.call(layer, arrays)))
    )
    if isinstance(got, Raised):
        return None
    promised = attempt(lambda: described(subject.call(layer, symbols)))
    if isinstance(promised, Raised):
        return None
    return Compared(_shapes(symbols), _shapes(arrays), promised, got)


def overridden(layer_class: type) -> bool:
    """Whether the shape is promised by the class and not by a trace."""
    own = layer_class.compute_output_shape is not keras.Layer.compute_output_shape
    return own or layer_class.compute_output_spec is not keras.Layer.compute_output_spec


def _compared(
    subject: Subject, layer: keras.Layer, sizes: dict[int, int], batch: int | None
) -> Compared:
    """A symbolic call and a call on arrays of the same sizes; the batch is unknown to the first."""
    arguments = structure.resized(subject.drive.arguments, None, sizes)
    symbols = structure.symbolic(arguments, batch)
    arrays = subject.arrays(sizes=sizes)
    promised = attempt(lambda: described(subject.call(layer, symbols)))
    got = attempt(lambda: described(subject.call(layer, arrays)))
    return Compared(
        shapes=_shapes(symbols),
        given=_shapes(arrays),
        promised=None if isinstance(promised, Raised) else promised,
        got=None if isinstance(got, Raised) else got,
        symbolic_raised=promised if isinstance(promised, Raised) else None,
        eager_raised=got if isinstance(got, Raised) else None,
    )


def _shapes(arrays: Any) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(leaf.shape) for leaf in flat(arrays, lambda value: hasattr(value, "shape")))


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
    promised = attempt(
        lambda: described(
            subject.call(
                fresh,
                structure.symbolic(structure.resized(subject.drive.arguments, None, {size: other})),
            )
        )
    )
    arrays = subject.arrays(sizes={size: other})
    compared = Compared(
        shapes=tuple((None, *shape[1:]) for shape in _shapes(arrays)),
        given=_shapes(arrays),
        promised=None if isinstance(promised, Raised) else promised,
        got=described(got),
        symbolic_raised=promised if isinstance(promised, Raised) else None,
    )
    later = unknown = None
    stretched = False
    if weights_change:
        one = attempt(subject.call, layer, subject.arrays(sizes={size: 1})) if size > 1 else None
        stretched = one is not None and not isinstance(one, Raised)
    else:
        later = attempt(lambda: described(subject.call(layer, arrays)))
        unknown = attempt(lambda: subject.call(subject.make(), subject.symbolic(unknown=(size,))))
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
    return record, compared


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
