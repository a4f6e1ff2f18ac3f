"""A symbolic shape with an axis taken out, put in, replaced or looked up."""

from __future__ import annotations

from layergen.model.dims import ONE, Dim, Disagree, Shape


def drop_axes(shape: Shape, axes: tuple[int, ...], keeps: bool = False) -> Shape | None:
    """`shape` without some axes, or with 1 in their place."""
    front, back = list(shape.front), None if shape.back is None else list(shape.back)
    gone: list[tuple[bool, int]] = []
    for axis in axes:
        if back is None:
            if not -len(front) <= axis < len(front):
                raise Disagree(f"axis {axis} of a tensor of shape {shape}")
            gone.append((True, axis % len(front)))
        elif 0 <= axis < len(front):
            gone.append((True, axis))
        elif -len(back) <= axis < 0:
            gone.append((False, axis % len(back)))
        else:
            return None
    for in_front, index in gone:
        (front if in_front else back)[index] = ONE if keeps else "gone"  # type: ignore[index,call-overload]
    kept = tuple(size for size in front if size != "gone")
    return Shape(kept, None if back is None else tuple(size for size in back if size != "gone"))


def insert_axis(shape: Shape, axis: int, dim: Dim | None = ONE) -> Shape | None:
    if shape.back is None:
        at = axis if axis >= 0 else len(shape.front) + 1 + axis
        return Shape((*shape.front[:at], dim, *shape.front[at:]))
    if 0 <= axis <= len(shape.front):
        return Shape((*shape.front[:axis], dim, *shape.front[axis:]), shape.back)
    if axis < 0 and -axis - 1 <= len(shape.back):
        at = len(shape.back) + 1 + axis
        return Shape(shape.front, (*shape.back[:at], dim, *shape.back[at:]))
    return None


def axis_of(shape: Shape, index: int) -> Dim | None:
    try:
        return shape.axis(index)
    except IndexError:
        return None


def with_last(shape: Shape, last: Dim | None) -> Shape:
    if shape.back:
        return Shape(shape.front, (*shape.back[:-1], last))
    return Shape((*shape.front[:-1], last), shape.back)


def place_of(shape: Shape, axis: int) -> int | None:
    """Index of an axis among the axes that are known."""
    total = shape.least_ndim
    if shape.back is None:
        return axis % total if -total <= axis < total else None
    if 0 <= axis < len(shape.front):
        return axis
    return total + axis if -len(shape.back) <= axis < 0 else None
