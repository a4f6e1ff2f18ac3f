"""Calls that differ in the rows of the batch only: permuted, one replaced, one alone."""

from __future__ import annotations

import ast
import re
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Rows
from layergen.check.probes import structure
from layergen.check.probes.leaves import numbers
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat
from layergen.check.probes.subject import Subject

BATCH = 4
ORDER = np.array([1, 2, 0, 3])  # neither a turn nor a shift commutes with it
# Rows of one input number those of another: edges between nodes, tokens of packed documents.
NUMBERS_ROWS = re.compile(r"\bnum_segments\b|\bsegment_(?:sum|max|min|mean|ids)\b|\bedge_index\b")


def has_rows(subject: Subject) -> bool:
    """Whether every tensor that the layer takes has the same batch axis, and no other axis may be the same thing.

    Nodes and their adjacency, (n, f) and (n, n), have no rows that could be permuted alone, nor have nodes
    and edges that name them by their numbers.
    """
    leaves = flat(subject.drive.arguments)
    if len(leaves) > 1 and NUMBERS_ROWS.search(ast.unparse(subject.source.class_node)):
        return False
    if not leaves or any(not leaf["shape"] or leaf.get("kind") == "no-batch" for leaf in leaves):
        return False
    batches = {leaf["shape"][0] for leaf in leaves}
    return len(batches) == 1 and not any(
        size in batches for leaf in leaves for size in leaf["shape"][1:]
    )


def rows(subject: Subject, layer: keras.Layer) -> Rows | None:
    """All of it, at inference, on a layer that gives the same numbers twice."""
    if not has_rows(subject):
        return None
    inputs = subject.arrays(batch=BATCH)
    whole = attempt(_outputs, subject, layer, inputs)
    if isinstance(whole, Raised):
        single = attempt(_outputs, subject, layer, subject.arrays(batch=1))
        return Rows(BATCH, other=whole, single=single if isinstance(single, Raised) else None)
    ordinary = _outputs(subject, layer, subject.arrays())
    strange = _strange_shapes(ordinary, whole, subject, BATCH)
    if strange:
        return Rows(BATCH, other_shapes=strange)
    permuted = attempt(_outputs, subject, layer, _picked(inputs, ORDER))
    replaced = attempt(_outputs, subject, layer, _replaced(inputs))
    alone = attempt(_outputs, subject, layer, _picked(inputs, slice(0, 1)))
    single_shapes = (
        () if isinstance(alone, Raised) else _strange_shapes(ordinary, alone, subject, 1)
    )
    in_order = _same(permuted, whole, lambda leaf: leaf[ORDER])
    # Rows compared with each other, (batch, batch), change places in both axes.
    each_with_each = in_order is False and _same(
        permuted, whole, lambda leaf: _picked_everywhere(leaf, ORDER)
    )

    def first(leaf: np.ndarray, count: int) -> np.ndarray:
        return _picked_everywhere(leaf, range(count)) if each_with_each else leaf[:count]

    return Rows(
        BATCH,
        order_kept=each_with_each or in_order,
        apart=_same(replaced, whole, lambda leaf: leaf, lambda leaf: first(leaf, BATCH - 1)),
        batchless=_batchless(replaced, whole),
        single=alone if isinstance(alone, Raised) else None,
        single_shapes=single_shapes,
        single_same=None if single_shapes else _same(alone, whole, lambda leaf: first(leaf, 1)),
        single_finite=isinstance(alone, Raised) or _finite(alone) or not _finite(whole),
        shapes=_shapes(whole),
        other_training=_only_in_training(subject),
    )


def _only_in_training(subject: Subject) -> Raised | None:
    """What a training call raises for another batch than the first training call's."""
    layer = attempt(subject.make)
    # A cell keeps what it drops from step to step, for the batch of its sequence.
    if not subject.takes("training") or isinstance(layer, Raised) or hasattr(layer, "state_size"):
        return None
    first = attempt(subject.call, layer, training=True)
    other = attempt(subject.call, layer, subject.arrays(batch=BATCH), training=True)
    return other if isinstance(other, Raised) and not isinstance(first, Raised) else None


def shapes_only(subject: Subject, layer: keras.Layer) -> Rows | None:
    """For a layer whose numbers change from call to call: only that other batches are taken."""
    if not has_rows(subject):
        return None
    whole = attempt(_outputs, subject, layer, subject.arrays(batch=BATCH))
    single = attempt(_outputs, subject, layer, subject.arrays(batch=1))
    ordinary = attempt(_outputs, subject, layer, subject.arrays())
    if isinstance(ordinary, Raised):
        return None
    return Rows(
        BATCH,
        other=whole if isinstance(whole, Raised) else None,
        other_shapes=(
            () if isinstance(whole, Raised) else _strange_shapes(ordinary, whole, subject, BATCH)
        ),
        single=single if isinstance(single, Raised) else None,
        single_shapes=(
            () if isinstance(single, Raised) else _strange_shapes(ordinary, single, subject, 1)
        ),
        shapes=() if isinstance(whole, Raised) else _shapes(whole),
        other_training=_only_in_training(subject),
    )


def _outputs(subject: Subject, layer: keras.Layer, inputs: dict[str, Any]) -> list[np.ndarray]:
    return numbers(subject.call(layer, inputs, training=False))


def _picked(inputs: dict[str, Any], which: Any) -> dict[str, Any]:
    return structure.mapped(
        lambda array: array[which], inputs, lambda value: hasattr(value, "shape")
    )


def _replaced(inputs: dict[str, Any]) -> dict[str, Any]:
    """The last row is made another: the first row's numbers, and more where they are floats."""

    def change(array: np.ndarray) -> np.ndarray:
        array = array.copy()
        array[-1] = array[0] * 3 + 1 if array.dtype.kind == "f" else array[0]
        return array.astype(array.dtype)

    return structure.mapped(change, inputs, lambda value: hasattr(value, "shape"))


def _strange_shapes(
    ordinary: list[np.ndarray], other: list[np.ndarray], subject: Subject, batch: int
) -> tuple[tuple[int, ...], ...]:
    """Shapes for another batch size that are not the ordinary ones with the batch exchanged, if there is any such."""
    usual = flat(subject.drive.arguments)[0]["shape"][0]
    fits = len(ordinary) == len(other) and all(
        _fits(one.shape, two.shape, usual, batch) for one, two in zip(ordinary, other, strict=True)
    )
    return () if fits else _shapes(other)


def _shapes(leaves: list[np.ndarray]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(leaf.shape) for leaf in leaves)


def _fits(ordinary: tuple[int, ...], other: tuple[int, ...], usual: int, batch: int) -> bool:
    """Whether a shape is the ordinary one with the batch exchanged, at whatever axis it stands."""
    if ordinary == other and (usual == batch or not ordinary or ordinary[0] != usual):
        return True  # no batch in it: a total, a table
    if len(ordinary) != len(other):
        return False
    changed = [(one, two) for one, two in zip(ordinary, other, strict=True) if one != two]
    if len(changed) != 1:
        return all(pair == (usual, batch) for pair in changed)  # each row against each
    one, two = changed[0]
    if ordinary[0] == other[0] == usual:
        return (
            one == usual and two == batch
        )  # (2, batch): two tables, not a batch of two that was written down
    return one % usual == 0 and two == one // usual * batch  # batch * heads is as good


def _batchless(replaced: Any, whole: list[np.ndarray]) -> tuple[int, ...] | None:
    """The first output, where it has no axis for the batch, is more than one number, and one row of the batch changes it."""
    if isinstance(replaced, Raised) or not whole or whole[0].ndim == 0 or BATCH in whole[0].shape:
        return None
    return None if close(replaced[0], whole[0], 1e-3, 1e-5) else tuple(whole[0].shape)


def _finite(leaves: list[np.ndarray]) -> bool:
    return all(np.isfinite(leaf).all() for leaf in leaves if leaf.dtype.kind == "f")


def _picked_everywhere(leaf: np.ndarray, which: Any) -> np.ndarray:
    """These rows, and these places in each other axis that is as long as the batch."""
    for axis, size in enumerate(leaf.shape):
        leaf = np.take(leaf, which, axis) if size == BATCH else leaf
    return leaf


def _same(
    got: Any, whole: list[np.ndarray], expect: Any, part: Any = lambda leaf: leaf
) -> bool | None:
    """Whether the outputs that have rows are as expected; None where none has."""
    if isinstance(got, Raised):
        return None
    pairs = [
        (one, two)
        for one, two in zip(got, whole, strict=False)
        if two.ndim and two.shape[0] == BATCH
    ]
    if not pairs:
        return None
    return all(close(part(one), part(expect(two)), 1e-3, 1e-5) for one, two in pairs)
