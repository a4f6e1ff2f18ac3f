"""The shapes that functions give which move, join and regroup axes."""

from __future__ import annotations

from collections.abc import Sequence

from layergen.model.dims import ONE, Dim, Disagree, Shape, same
from layergen.model.operations import Call, literal
from layergen.model.shape_axes import drop_axes, insert_axis, place_of


def reshape_shape(call: Call) -> Shape | None:
    shape, wanted = call.value(0, "x").shape, call.value(1, "newshape")
    if wanted.kind != "list" or wanted.items is None:
        return (
            Shape((wanted.dim,))
            if wanted.number and wanted.dim and wanted.dim != Dim.of(-1)
            else None
        )
    sizes = [item.dim for item in wanted.items]
    minus = [index for index, dim in enumerate(sizes) if dim == Dim.of(-1)]
    if shape is None or shape.ndim is None or None in shape.front or None in sizes:
        return Shape(tuple(None if index in minus else dim for index, dim in enumerate(sizes)))
    total, given = _product(shape.front), _product([dim for dim in sizes if dim != Dim.of(-1)])
    if minus:
        return Shape(
            tuple(
                _quotient(total, given) if index in minus else dim
                for index, dim in enumerate(sizes)
            )
        )
    # Opaque quotients (`units // heads`) may cancel: only plain products are compared.
    plain = not any(
        "//" in atom or "%" in atom
        for dim in (total, given)
        for atoms, _ in dim.terms
        for atom in atoms
    )
    if plain and total != given:
        raise Disagree(f"{total} values cannot be laid out as {given}")
    return Shape(tuple(sizes))


def _product(sizes: Sequence[Dim | None]) -> Dim:
    total = ONE
    for dim in sizes:
        total = total * (dim or ONE)
    return total


def _quotient(total: Dim, given: Dim) -> Dim | None:
    """`total / given` where both are single products and it comes out even."""
    if len(total.terms) != 1 or len(given.terms) != 1:
        return ONE if total == given else None
    (atoms, count), (less, by) = total.terms[0], given.terms[0]
    left = list(atoms)
    for atom in less:
        if atom not in left:
            return None
        left.remove(atom)
    return Dim(((tuple(left), count // by),)) if count % by == 0 else None


def transpose_shape(call: Call) -> Shape | None:
    shape, axes = call.value(0, "x").shape, call.argument(1, "axes")
    if shape is None or shape.ndim is None:
        return None
    order = tuple(reversed(range(shape.ndim))) if axes is None else literal(axes)
    if not isinstance(order, tuple):
        return None
    if sorted(axis % shape.ndim for axis in order) != list(range(shape.ndim)):
        raise Disagree(f"the axes {order} are no order of the {shape.ndim} axes of {shape}")
    return Shape(tuple(shape.front[axis] for axis in order))


def swapaxes_shape(call: Call) -> Shape | None:
    shape, one, two = call.value(0, "x").shape, call.number(1, "axis1"), call.number(2, "axis2")
    if shape is None or not isinstance(one, int) or not isinstance(two, int):
        return None
    if shape.back is not None:
        if one < 0 and two < 0 and max(-one, -two) <= len(shape.back):
            back = list(shape.back)
            back[one], back[two] = back[two], back[one]
            return Shape(shape.front, tuple(back))
        return None
    sizes = list(shape.front)
    if max(one, two) >= len(sizes) or min(one, two) < -len(sizes):
        raise Disagree(f"axes {one} and {two} of a tensor of shape {shape}")
    sizes[one], sizes[two] = sizes[two], sizes[one]
    return Shape(tuple(sizes))


def expand_dims_shape(call: Call) -> Shape | None:
    shape, axis = call.value(0, "x").shape, call.number(1, "axis")
    return None if shape is None or not isinstance(axis, int) else insert_axis(shape, axis)


def squeeze_shape(call: Call) -> Shape | None:
    shape, axes = call.value(0, "x").shape, call.argument(1, "axis")
    numbers = None if axes is None else literal(axes)
    if shape is None or numbers is None:
        return None
    return drop_axes(shape, (numbers,) if isinstance(numbers, int) else numbers)


def concatenate_shape(call: Call) -> Shape | None:
    parts, axis = call.value(0, "xs"), call.number(1, "axis", default=0)
    if parts.item is not None and parts.item.shape is not None and isinstance(axis, int):
        return _repeated(parts.item.shape, axis, parts.length)
    if (
        parts.items is None
        or not isinstance(axis, int)
        or any(part.shape is None for part in parts.items)
    ):
        return None
    shapes = [part.shape for part in parts.items if part.shape is not None]
    first = shapes[0]
    layouts = {
        (len(shape.front), None if shape.back is None else len(shape.back)) for shape in shapes
    }
    if len(layouts) > 1:
        if all(shape.ndim is not None for shape in shapes):
            raise Disagree(f"tensors of different ranks: {' and '.join(map(str, shapes))}")
        return None
    at = place_of(first, axis)
    if at is None:
        return None
    flat = [shape.sizes for shape in shapes]
    sizes = list(first.sizes)
    for index in range(len(sizes)):
        column = [shape[index] for shape in flat]
        if index == at:
            sizes[index] = (
                None if None in column else sum((dim for dim in column if dim), Dim.of(0))
            )
        else:
            for other in column[1:]:
                if not same(column[0], other):
                    raise Disagree(f"axis {index}: {column[0]} and {other}")
    return first.like(sizes)


def _repeated(shape: Shape, axis: int, length: Dim | None) -> Shape | None:
    """As many tensors of this shape behind one another as `length` says."""
    at = place_of(shape, axis)
    if at is None:
        return None
    sizes = list(shape.sizes)
    one = sizes[at]
    sizes[at] = None if one is None or length is None else one * length
    return shape.like(sizes)


def stack_shape(call: Call) -> Shape | None:
    parts, axis = call.value(0, "x"), call.number(1, "axis", default=0)
    if parts.item is not None and parts.item.shape is not None and isinstance(axis, int):
        return insert_axis(parts.item.shape, axis, parts.length)
    if (
        not parts.items
        or not isinstance(axis, int)
        or any(part.shape is None for part in parts.items)
    ):
        return None
    shape = parts.items[0].shape
    for part in parts.items[1:]:
        if part.shape is not None and shape is not None and part.shape.ndim != shape.ndim:
            raise Disagree(f"tensors of shapes {shape} and {part.shape}")
        shape = shape if part.shape == shape else None
    return None if shape is None else insert_axis(shape, axis, Dim.of(len(parts.items)))
