"""What each function of keras.ops and keras.random gives back: its dtype, and its shape where that is decidable."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from layergen.model.dims import ONE, Dim, Disagree, Shape, broadcast, broadcast_dims, same
from layergen.model.values import ANY, DType, Value, listed, tensor

BOOL_RESULT = frozenset(
    "all allclose any equal greater greater_equal in_top_k isclose isfinite isin isinf isnan isneginf"
    " isposinf isreal less less_equal logical_and logical_not logical_or logical_xor not_equal signbit".split()
)
INT_RESULT = frozenset(
    "argmax argmin argpartition argsort bincount count_nonzero digitize nanargmax nanargmin nonzero"
    " searchsorted unravel_index".split()
)
# Functions that keep integers as integers; every other one turns them into floats of Keras's own choice.
KEEPS_INTEGERS = frozenset(
    "abs absolute add amax amin append array array_split bitwise_and bitwise_invert bitwise_left_shift"
    " bitwise_not bitwise_or bitwise_right_shift bitwise_xor broadcast_to clip concatenate copy cumprod"
    " cumsum diag diagflat diagonal diff dsplit dstack einsum expand_dims extract_sequences flip floor_divide"
    " full_like gcd hsplit hstack identity lcm left_shift matmul max maximum meshgrid min minimum mod moveaxis"
    " multiply negative ones_like outer pad prod ravel relu repeat reshape right_shift roll rot90 scatter"
    " scatter_update segment_max segment_sum sign slice slice_update sort split square squeeze stack"
    " stop_gradient subtract sum swapaxes take take_along_axis tensordot tile trace transpose tril triu"
    " unstack vdot vsplit vstack where zeros_like top_k get_item dot inner rearrange shuffle".split()
)
# Functions that make a tensor out of nothing: they are told the compute dtype.
CREATES = frozenset(
    "eye full identity linspace logspace geomspace ones tri zeros one_hot multi_hot".split()
)
CREATES_RANDOM = frozenset("normal uniform truncated_normal gamma beta binomial".split())
WINDOWS = frozenset("bartlett blackman hamming hanning kaiser".split())
HIGHER_ORDER = frozenset(
    "associative_scan cond custom_gradient fori_loop map scan switch vectorized_map vectorize while_loop jvp".split()
)
REDUCTIONS = frozenset(
    "all amax amin any count_nonzero logsumexp max mean median min nanmax nanmean nanmin nansum norm prod"
    " ptp std sum var argmax argmin".split()
)
ELEMENTWISE = frozenset(
    "abs absolute arccos arccosh arcsin arcsinh arctan arctanh cast cbrt ceil celu clip copy cos cosh cumprod"
    " cumsum deg2rad dropout elu erf erfc erfinv exp exp2 expm1 flip floor full_like gelu hard_shrink"
    " hard_sigmoid hard_silu hard_swish hard_tanh isfinite isinf isnan layer_normalization leaky_relu log"
    " log10 log1p log2 log_sigmoid log_softmax logical_not nan_to_num negative normalize ones_like reciprocal"
    " relu relu6 rms_normalization roll round rsqrt selu shuffle sigmoid sign silu sin sinh soft_shrink softmax"
    " softplus softsign sort sparse_plus sparse_sigmoid sparsemax sqrt square squareplus stop_gradient swish"
    " tan tanh tanh_shrink threshold tril triu trunc zeros_like argsort rad2deg sinc batch_normalization".split()
)
BROADCASTS = frozenset(
    "add arctan2 divide divide_no_nan equal floor_divide fmax fmin fmod greater greater_equal heaviside hypot"
    " less less_equal logaddexp logical_and logical_or logical_xor maximum minimum mod multiply not_equal"
    " power subtract true_divide where".split()
)


@dataclass(frozen=True)
class Call:
    """One call as the shape functions see it."""

    name: str
    values: tuple[Value, ...]  # positional arguments
    nodes: tuple[ast.expr, ...]
    keywords: dict[str, ast.expr]
    keyword_values: dict[str, Value]

    def argument(self, position: int, *names: str) -> ast.expr | None:
        """The node of an argument, given by place or by any of its names."""
        if position < len(self.nodes):
            return self.nodes[position]
        return next((self.keywords[name] for name in names if name in self.keywords), None)

    def value(self, position: int, *names: str) -> Value:
        if position < len(self.values):
            return self.values[position]
        return next(
            (self.keyword_values[name] for name in names if name in self.keyword_values), ANY
        )

    def number(self, position: int, *names: str, default: int | None = None) -> int | None | str:
        """A literal integer; "?" where the argument is there but is no literal."""
        node = self.argument(position, *names)
        if node is None or (isinstance(node, ast.Constant) and node.value is None):
            return default
        value = literal(node)
        return value if isinstance(value, int) else "?"


def literal(node: ast.expr) -> int | tuple[int, ...] | None:
    """A literal integer or tuple of integers, after numbers were kept as they were written."""
    try:
        value = ast.literal_eval(ast.unparse(node))
    except (ValueError, SyntaxError):
        return None
    if isinstance(value, list | tuple):
        return tuple(value) if all(isinstance(item, int) for item in value) else None
    return value if isinstance(value, int) else None


def result_dtype(name: str, operands: Sequence[Value]) -> DType | None:
    """The dtype that a function gives for tensors already brought to one dtype."""
    if name in BOOL_RESULT:
        return "bool"
    if name in INT_RESULT:
        return "int32"
    if name in CREATES or name in CREATES_RANDOM:
        return "compute"
    if not operands:
        return "compute"
    first = operands[0].dtype
    if first in ("int32", "int64", "uint8", "bool") and name in KEEPS_INTEGERS:
        return (
            "int32" if first == "bool" and name in ("sum", "cumsum", "add", "multiply") else first
        )
    return first if operands[0].is_float else "compute" if first is not None else None


def result_shape(call: Call) -> Shape | None:
    """The shape of a function's one result; None where it is not decided here.

    Raises:
        Disagree: The arguments' shapes cannot go together.
    """
    shaper = _SHAPERS.get(call.name)
    if shaper is not None:
        return shaper(call)
    if call.name in ELEMENTWISE:
        return call.value(0, "x", "inputs").shape
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


def reduce_shape(call: Call) -> Shape | None:
    shape = call.value(0, "x").shape
    axis_at = 2 if call.name == "norm" else 1
    axes = call.argument(axis_at, "axis")
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


def _matmul(call: Call) -> Shape | None:
    one, two = call.value(0, "x1").shape, call.value(1, "x2").shape
    return matmul_shape(one, two)


def matmul_shape(one: Shape | None, two: Shape | None) -> Shape | None:
    if one is None or two is None:
        return None
    if one.ndim == 0 or two.ndim == 0:
        raise Disagree("a scalar cannot go through @")
    inner_at = -1 if two.ndim == 1 else -2
    left, right = _axis(one, -1), _axis(two, inner_at)
    if not same(left, right):
        raise Disagree(
            f"the last axis on the left is {left}, axis {inner_at} on the right is {right}"
        )
    if two.ndim == 1:
        return drop_axes(one, (-1,)) if one.ndim is not None or one.back else None
    if two.ndim == 2 and (one.ndim or one.back):
        return _with_last(one, two.front[1])
    if one.ndim is None or two.ndim is None:
        return _with_last(one, _axis(two, -1)) if one == two or _same_lead(one, two) else None
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


def _axis(shape: Shape, index: int) -> Dim | None:
    try:
        return shape.axis(index)
    except IndexError:
        return None


def _with_last(shape: Shape, last: Dim | None) -> Shape:
    if shape.back:
        return Shape(shape.front, (*shape.back[:-1], last))
    return Shape((*shape.front[:-1], last), shape.back)


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
            found = _axis(shape, index)
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


def _reshape(call: Call) -> Shape | None:
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


def _transpose(call: Call) -> Shape | None:
    shape, axes = call.value(0, "x").shape, call.argument(1, "axes")
    if shape is None or shape.ndim is None:
        return None
    order = tuple(reversed(range(shape.ndim))) if axes is None else literal(axes)
    if not isinstance(order, tuple):
        return None
    if sorted(axis % shape.ndim for axis in order) != list(range(shape.ndim)):
        raise Disagree(f"the axes {order} are no order of the {shape.ndim} axes of {shape}")
    return Shape(tuple(shape.front[axis] for axis in order))


def _swapaxes(call: Call) -> Shape | None:
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


def _expand_dims(call: Call) -> Shape | None:
    shape, axis = call.value(0, "x").shape, call.number(1, "axis")
    return None if shape is None or not isinstance(axis, int) else insert_axis(shape, axis)


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


def _squeeze(call: Call) -> Shape | None:
    shape, axes = call.value(0, "x").shape, call.argument(1, "axis")
    numbers = None if axes is None else literal(axes)
    if shape is None or numbers is None:
        return None
    return drop_axes(shape, (numbers,) if isinstance(numbers, int) else numbers)


def _concatenate(call: Call) -> Shape | None:
    parts, axis = call.value(0, "xs"), call.number(1, "axis", default=0)
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
    at = _place(first, axis)
    if at is None:
        return None
    flat = [(*shape.front, *(shape.back or ())) for shape in shapes]
    sizes = list(flat[0])
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
    return Shape(
        tuple(sizes[: len(first.front)]),
        None if first.back is None else tuple(sizes[len(first.front) :]),
    )


def _place(shape: Shape, axis: int) -> int | None:
    """Index of an axis among the axes that are known."""
    total = shape.least_ndim
    if shape.back is None:
        return axis % total if -total <= axis < total else None
    if 0 <= axis < len(shape.front):
        return axis
    return total + axis if -len(shape.back) <= axis < 0 else None


def _stack(call: Call) -> Shape | None:
    parts, axis = call.value(0, "x"), call.number(1, "axis", default=0)
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


def _outer(call: Call) -> Shape | None:
    return None


def _arange(call: Call) -> Shape | None:
    return (
        Shape((call.values[0].dim,))
        if len(call.values) == 1 and not call.keywords.keys() - {"dtype"}
        else Shape((None,))
    )


def _conv(call: Call) -> Shape | None:
    inputs, kernel = call.value(0, "inputs").shape, call.value(1, "kernel").shape
    if (
        inputs is None
        or kernel is None
        or inputs.ndim is None
        or kernel.ndim is None
        or "data_format" in call.keywords
    ):
        return None
    if inputs.ndim != kernel.ndim:
        raise Disagree(f"the input has {inputs.ndim} axes, the kernel {kernel.ndim}")
    return Shape((inputs.front[0], *[None] * (inputs.ndim - 2), kernel.front[-1]))


def _dot(call: Call) -> Shape | None:
    two = call.value(1, "x2").shape
    return _matmul(call) if two is not None and two.ndim is not None and two.ndim <= 2 else None


_SHAPERS: dict[str, Callable[[Call], Shape | None]] = {
    "matmul": _matmul,
    "dot": _dot,
    "einsum": _einsum,
    "reshape": _reshape,
    "transpose": _transpose,
    "swapaxes": _swapaxes,
    "expand_dims": _expand_dims,
    "squeeze": _squeeze,
    "concatenate": _concatenate,
    "stack": _stack,
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
    "conv": _conv,
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
                and (at := _place(shape, axis)) is not None
            ):
                sizes = [*shape.front, *(shape.back or ())]
                whole = sizes[at]
                even = whole is not None and all(times % count == 0 for _, times in whole.terms)
                sizes[at] = (
                    Dim(tuple((atoms, times // count) for atoms, times in whole.terms))
                    if even
                    else None
                )
                front = len(shape.front)
                part = tensor(
                    dtype,
                    Shape(
                        tuple(sizes[:front]), None if shape.back is None else tuple(sizes[front:])
                    ),
                )
            return listed(*[part] * count)
        return Value("list", item=part)
    if call.name == "top_k":
        return listed(tensor(dtype), tensor("int32"))
    if call.name in (
        "moments",
        "eigh",
        "eig",
        "qr",
        "slogdet",
        "fft",
        "rfft",
        "fft2",
        "stft",
        "ifft2",
    ):
        return listed(tensor(dtype), tensor(dtype))
    if call.name == "svd":
        return listed(tensor(dtype), tensor(dtype), tensor(dtype))
    if call.name in ("meshgrid", "nonzero", "dsplit", "hsplit", "vsplit", "lu_factor"):
        return Value("list", item=tensor(dtype))
    return None


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


__all__ = [
    "Call",
    "broadcast_dims",
    "result_dtype",
    "result_shape",
    "several_results",
    "subscript_shape",
]
