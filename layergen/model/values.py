"""What is known of a value while `call` is read: a Python value, a size or a tensor, with dtype and shape."""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from layergen.model.dims import Dim, Shape

if TYPE_CHECKING:
    from layergen.model.sublayers import LayerPart

# "compute" is the layer's compute dtype; "float32" stands for any float dtype that was named.
DType = Literal["compute", "float32", "float16", "float64", "int32", "int64", "uint8", "bool"]
Kind = Literal["static", "size", "tensor", "list", "function", "layer", "any"]


@dataclass(frozen=True)
class Value:
    """One value of the call block.

    Args:
        kind: `static`: a Python value fixed when the layer is made or traced; `size`: an integer that
            may be a tensor under tf.function; `list`: a Python list or tuple; `any`: nothing is known.
        dtype: Of a tensor; None where it is not known.
        shape: Of a tensor; None where it is not known.
        dim: Of a size, or of a static integer.
        items: Of a list of known length.
        item: Of a list of unknown length: what each of its items is.
        length: Of such a list: how many it has, where a size says so.
        number: Of a static value: "int", "float", or None for what is no number.
        exists_when: The condition under which it is not None (an optional weight, input or mask).
        elementwise: Of a function: it keeps its argument's shape and dtype (an activation).
        choices: Of a static word: all that it can be.
        fixed: Of a size: a Python int even while tracing.
        layer: Of a layer: what the spec says of it.
        formula: Of a lambda or a `def` of the block: read again where it is called, for what it gives there.
    """

    kind: Kind
    dtype: DType | None = None
    shape: Shape | None = None
    dim: Dim | None = None
    items: tuple[Value, ...] | None = None
    item: Value | None = None
    length: Dim | None = None
    number: Literal["int", "float"] | None = None
    exists_when: str | None = None
    choices: tuple[str | int, ...] = ()
    elementwise: bool = False
    fixed: bool = False
    layer: LayerPart | None = None
    formula: ast.Lambda | ast.FunctionDef | None = None

    @property
    def is_float(self) -> bool:
        return self.dtype in ("compute", "float32", "float16", "float64")

    @property
    def is_python(self) -> bool:
        """True where Python itself, not the backend, computes with it."""
        return self.kind in ("static", "list") or (self.kind == "size" and self.fixed)

    def with_shape(self, shape: Shape | None) -> Value:
        return replace(self, shape=shape)


ANY = Value("any")
STATIC = Value("static")
STATIC_INT = Value("static", number="int")
STATIC_FLOAT = Value("static", number="float")


def tensor(dtype: DType | None = "compute", shape: Shape | None = None) -> Value:
    return Value("tensor", dtype=dtype, shape=shape)


def size(dim: Dim | None, fixed: bool = False) -> Value:
    return Value("size", dim=dim, fixed=fixed, number="int")


def listed(*items: Value) -> Value:
    return Value("list", items=items)
