"""What NumPy makes of a constant: whole numbers, truths or floats."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from layergen.model.values import DType

_INTEGER = frozenset(("argsort",))
_TRUTH = frozenset("isin logical_and logical_not logical_or".split())
# Functions that keep whole numbers whole; the others give floats.
_KEEPS = frozenset(
    "abs arange array broadcast_to clip concatenate cumprod cumsum diag einsum expand_dims flip floor_divide int"
    " kron len max maximum meshgrid min minimum mod outer power prod repeat reshape roll round sign sort square"
    " stack sum swapaxes tile transpose tril triu vander where".split()
)
# Arguments that are no values of the result.
_UNREAD = {
    "where": (0,),
    "broadcast_to": (1,),
    "repeat": (1,),
    "reshape": (1,),
    "roll": (1,),
    "tile": (1,),
}


def constant_dtype(node: ast.AST, names: Mapping[str, DType]) -> DType:
    """`int32` or `bool` where NumPy surely gives one; the compute dtype otherwise.

    Args:
        names: What is known of the names in it.
    """
    match node:
        case ast.Constant(value=bool()) | ast.Compare() | ast.UnaryOp(op=ast.Not()):
            return "bool"
        case ast.Constant(value=int()):
            return "int32"
        case ast.Name(id=name):
            return names.get(name, "compute")
        case ast.UnaryOp(operand=inner) | ast.Subscript(value=inner) | ast.Starred(value=inner):
            return constant_dtype(inner, names)
        case ast.BinOp(op=ast.Div()):
            return "compute"
        case ast.BinOp(left=left, right=right):
            return _joined([left, right], names)
        case ast.IfExp(body=left, orelse=right):
            return _joined([left, right], names)
        case ast.Tuple(elts=items) | ast.List(elts=items):
            return _joined(items, names)
        case ast.ListComp() | ast.GeneratorExp():
            return _of_comprehension(node, names)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _KEEPS:
            read = [item for at, item in enumerate(arguments) if at not in _UNREAD.get(name, ())]
            return _joined(read, names)
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _KEEPS - _UNREAD.keys():
            return constant_dtype(first, names)
        case ast.Call(func=ast.Name(id=name)):
            return "int32" if name in _INTEGER else "bool" if name in _TRUTH else "compute"
    return "compute"


def _joined(items: list[ast.expr], names: Mapping[str, DType]) -> DType:
    found = {constant_dtype(item, names) for item in items}
    if found == {"bool"}:
        return "bool"
    return "int32" if found and found <= {"bool", "int32"} else "compute"


def _of_comprehension(node: ast.ListComp | ast.GeneratorExp, names: Mapping[str, DType]) -> DType:
    known = dict(names)
    for part in node.generators:
        match part:
            case ast.comprehension(
                target=ast.Name(id=name), iter=ast.Call(func=ast.Name(id="range"))
            ):
                known[name] = "int32"
            case ast.comprehension(target=ast.Name(id=name), iter=values):
                known[name] = constant_dtype(values, known)
    return constant_dtype(node.elt, known)
