"""The shape that NumPy gives a constant, for the simple ones."""

from __future__ import annotations

import ast
from collections.abc import Mapping

from layergen.model.dims import Dim, Disagree, Shape, broadcast, read_dim
from layergen.model.indexing import subscript_shape

# Functions whose result has the length that is their last argument, and those that keep a shape.
_OF_LENGTH = {"arange": 1, "blackman": 1, "hamming": 1, "hanning": 1, "linspace": 3}
_SAME_SHAPE = frozenset(
    "abs arctan cos cumsum exp floor log log10 log2 round sign sin sqrt square tanh".split()
)


def numpy_shape(
    node: ast.AST, shapes: Mapping[str, Shape | None], dims: Mapping[str, Dim]
) -> Shape | None:
    """The shape of a constant; None where it is not understood.

    Args:
        shapes: Of the constants above it.
        dims: Of the numbers.
    """

    def of(item: ast.AST) -> Shape | None:
        return numpy_shape(item, shapes, dims)

    match node:
        case ast.Constant():
            return Shape(())
        case ast.Name(id=name):
            return shapes[name] if name in shapes else Shape(())
        case ast.UnaryOp(operand=inner):
            return of(inner)
        case ast.BinOp(op=ast.MatMult()):
            return None
        case ast.BinOp(left=left, right=right) | ast.Compare(left=left, comparators=[right]):
            try:
                return broadcast(of(left), of(right))
            except Disagree:
                return None  # NumPy will tell
        case ast.Subscript(value=inner, slice=index):
            try:
                return subscript_shape(of(inner), index, lambda item: read_dim(item, dims))
            except Disagree:
                return None
        case ast.Call(func=ast.Name(id="eye"), args=[size], keywords=[]):
            return Shape((read_dim(size, dims),) * 2)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]):
            if len(arguments) == _OF_LENGTH.get(name):
                return Shape((read_dim(arguments[-1], dims),))
            return of(arguments[0]) if name in _SAME_SHAPE and len(arguments) == 1 else None
    return None
