"""The shape of `x[index]`."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from layergen.model.dims import ONE, Dim, Disagree, Shape
from layergen.model.operations import literal


def subscript_shape(
    shape: Shape | None, index: ast.expr, sizes: Callable[[ast.expr], Dim | None]
) -> Shape | None:
    """The shape of `x[index]` for slices, integers, None and `...`."""
    if shape is None:
        return None
    terms = list(index.elts) if isinstance(index, ast.Tuple) else [index]
    if any(not _plain_index(term) for term in terms):
        return None
    dots = [
        at
        for at, term in enumerate(terms)
        if isinstance(term, ast.Constant) and term.value is Ellipsis
    ]
    ahead, behind = (terms[: dots[0]], terms[dots[0] + 1 :]) if dots else (terms, [])
    front, back = list(shape.front), None if shape.back is None else list(shape.back)
    takes = sum(not _is_none(term) for term in ahead), sum(not _is_none(term) for term in behind)
    if back is None:
        if sum(takes) > len(front):
            raise Disagree(f"{sum(takes)} indices for a tensor of shape {shape}")
        middle = front[takes[0] : len(front) - takes[1]]
        return Shape(
            (
                *_indexed(front[: takes[0]], ahead, sizes),
                *middle,
                *_indexed(front[len(front) - takes[1] :], behind, sizes),
            )
        )
    if takes[0] > len(front) or takes[1] > len(back):
        return None
    left = (*_indexed(front[: takes[0]], ahead, sizes), *front[takes[0] :])
    return Shape(
        left,
        (*back[: len(back) - takes[1]], *_indexed(back[len(back) - takes[1] :], behind, sizes)),
    )


def _is_none(term: ast.expr) -> bool:
    return isinstance(term, ast.Constant) and term.value is None


def _plain_index(term: ast.expr) -> bool:
    return (
        isinstance(term, ast.Slice) or isinstance(term, ast.Constant) or literal(term) is not None
    )


def _indexed(
    sizes: Sequence[Dim | None], terms: Sequence[ast.expr], read: Callable[[ast.expr], Dim | None]
) -> list[Dim | None]:
    found: list[Dim | None] = []
    rest = list(sizes)
    for term in terms:
        if _is_none(term):
            found.append(ONE)
        elif isinstance(term, ast.Slice):
            found.append(_sliced(rest.pop(0), term, read))
        else:
            rest.pop(0)
    return found


def _sliced(dim: Dim | None, term: ast.Slice, read: Callable[[ast.expr], Dim | None]) -> Dim | None:
    if term.step is not None:
        return None
    if term.lower is None and term.upper is None:
        return dim
    start = Dim.of(0) if term.lower is None else read(term.lower)
    stop = dim if term.upper is None else read(term.upper)
    if dim is None or start is None or stop is None:
        return None
    start = dim + start if (start.number or 0) < 0 else start
    stop = dim + stop if (stop.number or 0) < 0 else stop
    return stop - start
