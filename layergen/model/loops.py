"""What is known of the names that a loop changes: while it runs, and behind it."""

from __future__ import annotations

from dataclasses import replace

from layergen.model.dims import Dim, Shape
from layergen.model.shape_axes import with_last
from layergen.model.values import Value

INDEX = "[index]"  # `hidden[index]`: of the layer or weight that this round works with


def inside(before: dict[str, Value], ahead: dict[str, Value]) -> dict[str, Value]:
    """Every round finds what the first and those behind it have in common."""
    return {
        name: (
            found
            if before.get(name) == found
            else replace(
                found, shape=_common(before[name].shape, found.shape) if name in before else None
            )
        )
        for name, found in ahead.items()
    }


def behind(before: dict[str, Value], after: dict[str, Value]) -> dict[str, Value]:
    """`hidden[-1] if hidden else features`: the size that the last of a list of layers gave."""
    return {
        name: (
            replace(found, shape=_of_the_last(before[name].shape, found.shape))
            if name in before and found.shape != before[name].shape
            else found
        )
        for name, found in after.items()
    }


def _common(one: Shape | None, two: Shape | None) -> Shape | None:
    if one is None or two is None or len(one.front) != len(two.front):
        return None
    if (one.back is None) != (two.back is None) or len(one.back or ()) != len(two.back or ()):
        return None
    front = _agreed(one.front, two.front)
    return Shape(front, None if one.back is None else _agreed(one.back, two.back or ()))


def _agreed(one: tuple[Dim | None, ...], two: tuple[Dim | None, ...]) -> tuple[Dim | None, ...]:
    return tuple(a if a == b else None for a, b in zip(one, two, strict=True))


def _of_the_last(before: Shape | None, after: Shape | None) -> Shape | None:
    if after is None or not (after.back or after.front):
        return after
    size = str(after.axis(-1))
    if not size.endswith(INDEX):
        return after
    last = size.replace(INDEX, "[-1]")
    at_first = None if before is None else before.axis(-1)
    known = f"{last} if {size.removesuffix(INDEX)} else {at_first}"
    return with_last(after, None if at_first is None else Dim.of(known))
