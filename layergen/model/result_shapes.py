"""What a function of Keras gives: the shape of its result, or its several results, where that is decidable."""

from __future__ import annotations

import ast
from collections.abc import Callable

from layergen.model.dims import ONE, Dim, Disagree, Shape, broadcast, floor_divide, same
from layergen.model.functions import OPS
from layergen.model.layout_shapes import (
    concatenate_shape,
    expand_dims_shape,
    reshape_shape,
    squeeze_shape,
    stack_shape,
    swapaxes_shape,
    transpose_shape,
)
from layergen.model.operations import BROADCASTS, ELEMENTWISE, REDUCTIONS, Call, literal
from layergen.model.shape_axes import axis_of, drop_axes, insert_axis, place_of, with_last
from layergen.model.values import DType, Value, listed, tensor
from layergen.model.window_shapes import conv_shape, pool_shape


def result_shape(call: Call) -> Shape | None:
    """The shape of a function's one result; None where it is not decided here.

    Raises:
        Disagree: The arguments' shapes cannot go together.
    """
    shaper = _SHAPERS.get(call.name)
    if shaper is not None:
        return shaper(call)
    if call.name in ELEMENTWISE:
        shape = call.value(0, "x", "inputs").shape
        _check_axis(call, shape)
        return shape
    if call.name in REDUCTIONS:
        return reduce_shape(call)
    if call.name in BROADCASTS:
        shape: Shape | None = Shape(())
        for value in (*call.values, *call.keyword_values.values()):
            shape = broadcast(
                shape,
                value.shape if value.kind == "tensor" else Shape(()) if value.number else None,
            )
        return shape
    return None


def _check_axis(call: Call, shape: Shape | None) -> None:
    names = [word.rstrip("?") for word in OPS.get(call.name, "").split()]
    axis = call.number(names.index("axis"), "axis") if "axis" in names else None
    if isinstance(axis, int) and shape is not None and shape.ndim is not None:
        if not -shape.ndim <= axis < shape.ndim:
            raise Disagree(f"there is no axis {axis} in {shape}")


def reduce_shape(call: Call) -> Shape | None:
    shape = call.value(0, "x").shape
    axis_at = 2 if call.name == "norm" else 1
    axes = call.argument(axis_at, "axis", "axes")
    keep = call.argument(axis_at + 1, "keepdims")
    if keep is not None and not isinstance(keep, ast.Constant) or shape is None:
        return None
    keeps = isinstance(keep, ast.Constant) and bool(keep.value)
    if axes is None or (isinstance(axes, ast.Constant) and axes.value is None):
        return None if keeps else Shape(())
    numbers = literal(axes)
    if numbers is None:
        return None
    return drop_axes(shape, (numbers,) if isinstance(numbers, int) else numbers, keeps)


def _matmul(call: Call) -> Shape | None:
    one, two = call.value(0, "x1").shape, call.value(1, "x2").shape
    return matmul_shape(one, two)


def matmul_shape(one: Shape | None, two: Shape | None) -> Shape | None:
    if one is None or two is None:
        return None
    if one.ndim == 0 or two.ndim == 0:
        raise Disagree("a scalar cannot go through @")
    inner_at = -1 if two.ndim == 1 else -2
    left, right = axis_of(one, -1), axis_of(two, inner_at)
    if not same(left, right):
        raise Disagree(
            f"the last axis on the left is {left}, axis {inner_at} on the right is {right}"
        )
    if two.ndim == 1:
        return drop_axes(one, (-1,)) if one.ndim is not None or one.back else None
    if two.ndim == 2 and (one.ndim or one.back):
        return with_last(one, two.front[1])
    if one.ndim is None or two.ndim is None:
        return with_last(one, axis_of(two, -1)) if one == two or _same_lead(one, two) else None
    if one.ndim == 1:
        return drop_axes(two, (-2,))
    lead = broadcast(Shape(one.front[:-2]), Shape(two.front[:-2]))
    return None if lead is None else Shape((*lead.front, one.front[-2], two.front[-1]))


def _same_lead(one: Shape, two: Shape) -> bool:
    return (
        one.front == two.front
        and one.back is not None
        and two.back is not None
        and (
            len(one.back) == len(two.back) and one.back[:-2] == two.back[:-2] and len(one.back) >= 2
        )
    )


def _einsum(call: Call) -> Shape | None:
    text = call.nodes[0]
    if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
        return None
    return einsum_shape(text.value, [value.shape for value in call.values[1:]])


def einsum_shape(subscripts: str, shapes: list[Shape | None]) -> Shape | None:
    terms, arrow, result = subscripts.replace(" ", "").partition("->")
    operands = terms.split(",")
    if len(operands) != len(shapes):
        raise Disagree(f"{subscripts!r} names {len(operands)} operands, {len(shapes)} are given")
    sizes: dict[str, Dim | None] = {}
    for operand, shape in zip(operands, shapes, strict=True):
        if shape is None:
            continue
        before, dots, behind = operand.partition("...")
        if shape.ndim is not None and (
            shape.ndim != len(operand) if not dots else shape.ndim < len(before + behind)
        ):
            raise Disagree(
                f"{operand!r} is written for {len(before + behind)} axes, the operand is {shape}"
            )
        pairs = [(letter, index) for index, letter in enumerate(before)]
        pairs += [(letter, index - len(behind)) for index, letter in enumerate(behind)]
        for letter, index in pairs:
            found = axis_of(shape, index)
            if (
                letter in sizes
                and not same(sizes[letter], found)
                and ONE not in (sizes[letter], found)
            ):
                raise Disagree(
                    f"{letter!r} is {sizes[letter]} in one operand and {found} in another"
                )
            sizes[letter] = sizes.get(letter) or found
    if not arrow or "..." in result or any(letter not in sizes for letter in result):
        return None
    return Shape(tuple(sizes[letter] for letter in result))


def _created(call: Call) -> Shape | None:
    wanted = call.value(0, "shape")
    if wanted.kind == "list" and wanted.items is not None:
        return Shape(tuple(item.dim for item in wanted.items))
    return (
        Shape((wanted.dim,))
        if wanted.kind == "size"
        else wanted.shape if wanted.kind == "shape" else None
    )


def _broadcast_to(call: Call) -> Shape | None:
    wanted = call.value(1, "shape")
    return (
        Shape(tuple(item.dim for item in wanted.items))
        if wanted.kind == "list" and wanted.items is not None
        else None
    )


def _one_hot(call: Call) -> Shape | None:
    shape, count, axis = (
        call.value(0, "x").shape,
        call.value(1, "num_classes"),
        call.number(2, "axis", default=-1),
    )
    return None if shape is None or axis != -1 else insert_axis(shape, -1, count.dim)


def _take(call: Call) -> Shape | None:
    table, indices, axis = (
        call.value(0, "x").shape,
        call.value(1, "indices").shape,
        call.number(2, "axis", default=None),
    )
    if table is None or indices is None or axis != 0 or table.back is not None:
        return None
    if indices.back is None:
        return Shape((*indices.front, *table.front[1:]))
    return Shape(indices.front, (*indices.back, *table.front[1:]))


def _eye(call: Call) -> Shape | None:
    rows = call.value(0, "N").dim
    columns = rows if call.argument(1, "M") is None else call.value(1, "M").dim
    return Shape((rows, columns))


def _linspace(call: Call) -> Shape | None:
    numbers = all(value.number is not None for value in call.values[:2])
    count = call.value(2, "num").dim
    return Shape((count,)) if numbers and "axis" not in call.keywords else None


def _segments(call: Call) -> Shape | None:
    shape = call.value(0, "data").shape
    if shape is None or not shape.front:
        return None
    return Shape((call.value(2, "num_segments").dim, *shape.front[1:]), shape.back)


def _pad(call: Call) -> Shape | None:
    shape, widths = call.value(0, "x").shape, call.value(1, "pad_width").items
    if shape is None or shape.ndim is None or widths is None or len(widths) != shape.ndim:
        return None
    return Shape(
        tuple(_widened(size, width.items) for size, width in zip(shape.front, widths, strict=True))
    )


def _widened(size: Dim | None, width: tuple[Value, ...] | None) -> Dim | None:
    total = size
    for part in width or ():
        total = None if total is None or part.dim is None else total + part.dim
    return total if width is not None and len(width) == 2 else None


def _arange(call: Call) -> Shape | None:
    return (
        Shape((call.values[0].dim,))
        if len(call.values) == 1 and not call.keywords.keys() - {"dtype"}
        else Shape((None,))
    )


def _dot(call: Call) -> Shape | None:
    two = call.value(1, "x2").shape
    return _matmul(call) if two is not None and two.ndim is not None and two.ndim <= 2 else None


_SHAPERS: dict[str, Callable[[Call], Shape | None]] = {
    "matmul": _matmul,
    "dot": _dot,
    "einsum": _einsum,
    "reshape": reshape_shape,
    "transpose": transpose_shape,
    "swapaxes": swapaxes_shape,
    "expand_dims": expand_dims_shape,
    "squeeze": squeeze_shape,
    "concatenate": concatenate_shape,
    "stack": stack_shape,
    "zeros": _created,
    "ones": _created,
    "full": _created,
    "normal": _created,
    "uniform": _created,
    "truncated_normal": _created,
    "broadcast_to": _broadcast_to,
    "one_hot": _one_hot,
    "take": _take,
    "arange": _arange,
    "conv": conv_shape,
    "eye": _eye,
    "linspace": _linspace,
    "segment_sum": _segments,
    "segment_max": _segments,
    "pad": _pad,
    "max_pool": pool_shape,
    "average_pool": pool_shape,
}


def several_results(call: Call, dtype: DType | None) -> Value | None:
    """The results of a function that gives more than one; None for the others."""
    shape = call.value(0, "x").shape
    if call.name in ("split", "array_split", "unstack"):
        count = literal(call.nodes[1]) if len(call.nodes) > 1 else None
        axis = call.number(2, "axis", default=0)
        part = tensor(dtype)
        if isinstance(count, int) and call.name == "split" and count > 0:
            if (
                shape is not None
                and isinstance(axis, int)
                and (at := place_of(shape, axis)) is not None
            ):
                sizes = list(shape.sizes)
                whole = sizes[at]
                sizes[at] = None if whole is None else floor_divide(whole, Dim.of(count))
                part = tensor(dtype, shape.like(sizes))
            return listed(*[part] * count)
        return Value("list", item=part)
    if call.name == "top_k":
        kept = None if shape is None else with_last(shape, call.value(1, "k").dim)
        return listed(tensor(dtype, kept), tensor("int32", kept))
    if call.name == "moments":
        return listed(*[tensor(dtype, reduce_shape(call))] * 2)
    if call.name in (
        "eigh",
        "eig",
        "qr",
        "slogdet",
        "rfft",
        "stft",
    ):
        return listed(tensor(dtype), tensor(dtype))
    if call.name in ("fft", "fft2", "ifft2"):
        real = (call.value(0, "x").items or (tensor(dtype),))[0]
        return listed(*[tensor(dtype, real.shape)] * 2)
    if call.name == "svd":
        return listed(tensor(dtype), tensor(dtype), tensor(dtype))
    if call.name in ("meshgrid", "nonzero", "dsplit", "hsplit", "vsplit", "lu_factor"):
        return Value("list", item=tensor(dtype))
    return None
