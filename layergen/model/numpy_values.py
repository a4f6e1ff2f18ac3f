"""NumPy expressions of a spec, for constants and initial values: what they may call, their dtype, their source."""

from __future__ import annotations

import ast
from collections.abc import Collection, Mapping

from layergen.model.expressions import Rename, source
from layergen.model.values import DType

# By what they give: bools, integers, floats, or what their operands are.
_BOOLS = frozenset(
    "all any equal greater isclose isfinite isin less logical_and logical_not logical_or not_equal".split()
)
_INTEGERS = frozenset(
    "argmax argmin argsort count_nonzero digitize searchsorted tril_indices triu_indices".split()
)
_AS_OPERANDS = frozenset(
    "abs arange array asarray broadcast_to clip concatenate cumprod cumsum diag diff dot einsum expand_dims flip"
    " floor_divide full gcd kron lcm matmul max maximum meshgrid min minimum mod moveaxis outer power prod ravel"
    " repeat reshape roll rot90 sign sort split square squeeze stack sum swapaxes take tensordot tile transpose tril"
    " triu unique where".split()
)
_FLOATS = frozenset(
    "arccos arcsin arctan arctan2 bartlett blackman ceil cos cosh exp expm1 eye floor geomspace hamming hanning hypot identity interp linspace log log10"
    " log1p log2 logspace mean nan_to_num ones polyval rint round sin sinc sinh sqrt std tan tanh tri vander var"
    " zeros".split()
)
_LINALG = frozenset("cholesky det eigh eigvalsh inv matrix_power norm pinv qr solve svd".split())
NUMPY = _BOOLS | _INTEGERS | _AS_OPERANDS | _FLOATS | _LINALG
_COMPARED = frozenset(("max", "min"))  # Python's own compare numbers
# What may be asked of an array itself.
METHODS = frozenset(
    "T astype copy cumsum flatten max mean min prod ravel repeat reshape sum swapaxes transpose".split()
)


def numpy_dtype(node: ast.expr, names: Mapping[str, DType]) -> DType:
    """`bool`, `int32` or `compute`: what an expression gives, floats where there is doubt."""
    match node:
        case ast.Constant(value=bool()) | ast.Compare() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            return "bool"
        case ast.Constant(value=int()):
            return "int32"
        case ast.Name(id=name):
            return names.get(name, "compute")
        case ast.BinOp(op=ast.Div()):
            return "compute"
        case ast.BinOp(left=left, right=right) | ast.IfExp(body=left, orelse=right):
            return _joined([left, right], names)
        case ast.UnaryOp(operand=inner) | ast.Subscript(value=inner) | ast.Starred(value=inner):
            return numpy_dtype(inner, names)
        case ast.List(elts=items) | ast.Tuple(elts=items):
            return _joined(items, names)
        case ast.ListComp(elt=item, generators=parts) | ast.GeneratorExp(
            elt=item, generators=parts
        ):
            targets = [part.target for part in parts if isinstance(part.target, ast.Name)]
            counted = {
                target.id: numpy_dtype(part.iter, names)
                for target, part in zip(targets, parts, strict=False)
            }
            return numpy_dtype(item, {**names, **counted})
        case ast.Attribute(value=inner) if node.attr == "T":
            return numpy_dtype(inner, names)
        case ast.Call(func=ast.Attribute(value=inner, attr=method)):
            if method == "astype":
                return _named(node.args[0]) if node.args else "compute"
            if method in NUMPY:
                return _called(method, [inner], names)
            return numpy_dtype(inner, names)
        case ast.Call(func=ast.Name(id=function), args=arguments, keywords=keywords):
            for keyword in keywords:
                if keyword.arg == "dtype":
                    return _named(keyword.value)
            return _called(function, arguments, names)
    return "compute"


def _called(function: str, arguments: list[ast.expr], names: Mapping[str, DType]) -> DType:
    if function in _BOOLS | {"bool"}:
        return "bool"
    if function in _INTEGERS | {"len", "int", "range"}:
        return "int32"
    if function not in _AS_OPERANDS | {"pow", "sorted", "list", "tuple", "reversed"}:
        return "compute"
    dtype = _joined(arguments[1:] if function in ("where", "full") else arguments[:2], names)
    counts = function in ("sum", "prod", "cumsum", "cumprod") and dtype == "bool"
    return "int32" if counts else dtype


def _joined(nodes: list[ast.expr], names: Mapping[str, DType]) -> DType:
    dtypes = {
        numpy_dtype(node, names)
        for node in nodes
        if not isinstance(node, ast.Constant) or node.value is not None
    }
    if "compute" in dtypes or not dtypes:
        return "compute"
    return "int32" if "int32" in dtypes else "bool"


def _named(node: ast.expr) -> DType:
    word = node.value if isinstance(node, ast.Constant) else getattr(node, "id", "")
    if str(word).startswith("bool"):
        return "bool"
    return "int32" if str(word).startswith(("int", "uint")) else "compute"


def _is_array(node: ast.expr, arrays: Collection[str]) -> bool:
    """Whether there is an array in an expression: a constant, or what a function of NumPy makes."""
    made = (NUMPY - _COMPARED) | set(arrays)
    return any(
        isinstance(item, ast.Attribute | ast.List | ast.ListComp)
        or (isinstance(item, ast.Name) and item.id in made)
        for item in ast.walk(node)
    )


def numpy_source(
    node: ast.expr,
    names: Mapping[str, str],
    shapes: Mapping[str, str],
    arrays: Collection[str] = (),
) -> str:
    """An expression as source: NumPy's functions by their module, names by what holds them."""
    node = ast.parse(ast.unparse(node), mode="eval").body
    calls = [item for item in ast.walk(node) if isinstance(item, ast.Call)]
    pythons = [
        call.func  # NumPy takes the 1 of `max(features - 1, 1)` for an axis
        for call in calls
        if len(call.args) > 1 and not _is_array(call.args[0], arrays)
        if isinstance(call.func, ast.Name) and call.func.id in _COMPARED
    ]
    for function in [call.func for call in calls if call.func not in pythons]:
        if isinstance(function, ast.Name) and function.id in NUMPY:
            function.id = (
                f"np.linalg.{function.id}" if function.id in _LINALG else f"np.{function.id}"
            )
    return source(Rename({**names, "pi": "np.pi", "inf": "np.inf"}, shapes).visit(node))
