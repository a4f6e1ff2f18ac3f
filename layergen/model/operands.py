"""Brings the operands of a function of keras.ops to one dtype, as no backend but JAX does by itself."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model import operations
from layergen.model.dims import Shape
from layergen.model.functions import RANDOM
from layergen.model.reading import INTEGERS, Read, Reader
from layergen.model.values import STATIC_FLOAT, Value, listed, tensor

LIST_FUNCTIONS = frozenset("concatenate stack hstack vstack dstack append meshgrid".split())
# Each argument is of a kind of its own: ids, counts, states, functions.
AS_THEY_COME = operations.HIGHER_ORDER | RANDOM.keys() - {"dropout"} | {"one_hot", "multi_hot"}
# Behind the first argument come indices, shapes and counts.
OF_ONE_TENSOR = frozenset(
    "broadcast_to cond get_item repeat reshape roll scatter scatter_update segment_max segment_sum slice"
    " slice_update take take_along_axis tile".split()
)
MAKES_NO_FLOATS = (
    operations.KEEPS_INTEGERS | operations.BOOL_RESULT | operations.INT_RESULT | operations.CREATES
)


def unified(reader: Reader, name: str, reads: list[Read]) -> list[Read]:
    """The operands of one dtype; integers become floats where the function makes floats of them."""
    if name in AS_THEY_COME:
        return reads
    if name in LIST_FUNCTIONS and reads and _is_written_out(reads[0]):
        return [_unified_list(reader, reads[0]), *reads[1:]]
    reads = list(reads)
    chosen = _chosen(name, reads)
    for index, read in zip(chosen, _brought(reader, name, reads, chosen), strict=False):
        reads[index] = read
    if name not in MAKES_NO_FLOATS:
        for index in chosen or range(len(reads)):
            read, value = reads[index]
            if _becomes_float(name, index, value):
                shape = value.shape if value.kind == "tensor" else Shape(())
                reads[index] = reader.cast(read, "compute"), tensor("compute", shape)
    if name in operations.IN_FLOAT32:
        reads = [_in_float32(reader, *one) for one in reads]
    if name in ("cumsum", "sum") and reads and reads[0][1].dtype == "bool":
        reads[0] = reader.cast(reads[0][0], "int32"), tensor("int32", reads[0][1].shape)
    return reads


def _in_float32(reader: Reader, node: ast.expr, value: Value) -> Read:
    """A tensor, or a tuple of them written out, that is no half precision."""
    if _is_written_out((node, value)) and len(node.elts) == len(value.items):
        inner = [_in_float32(reader, *one) for one in zip(node.elts, value.items, strict=True)]
        return type(node)([item for item, _ in inner], ast.Load()), listed(*[v for _, v in inner])
    if value.kind != "tensor" or value.dtype != "compute":
        return node, value
    return reader.cast(node, "float32"), replace(value, dtype="float32")


def _is_written_out(read: Read) -> bool:
    node, value = read
    return isinstance(node, ast.List | ast.Tuple) and value.items is not None


def _unified_list(reader: Reader, read: Read) -> Read:
    """A list or tuple whose items are of one dtype."""
    node, value = read
    inner = list(zip(node.elts, value.items, strict=False))
    if len(inner) != len(node.elts) or any(isinstance(item, ast.Starred) for item in node.elts):
        return read
    brought = reader.unify(inner, arithmetic=True)
    made = type(node)([item for item, _ in brought], ast.Load())
    return made, listed(*[item for _, item in brought])


def _chosen(name: str, reads: list[Read]) -> list[int]:
    """The places of the operands that have to agree."""
    if name in OF_ONE_TENSOR:
        return []
    first = 1 if name == "where" else 0
    return [
        place for place, (_, value) in enumerate(reads) if value.kind == "tensor" and place >= first
    ]


def _brought(reader: Reader, name: str, reads: list[Read], chosen: list[int]) -> list[Read]:
    broadcasts = name in operations.BROADCASTS
    floats = broadcasts and any(
        value.kind == "static" and value.number == "float" for _, value in reads[1:]
    )
    beside = [(ast.Constant(0.0), STATIC_FLOAT)] if floats else []
    arithmetic = broadcasts and name not in operations.BOOL_RESULT
    return reader.unify([reads[index] for index in chosen] + beside, arithmetic=arithmetic)


def _becomes_float(name: str, place: int, value: Value) -> bool:
    """Whether an operand has to be a float for this function: an integer tensor, or a size that is known at run time only."""
    if value.kind == "tensor":
        return value.dtype in (*INTEGERS, "bool")
    if value.kind != "size" or value.fixed or name in ("arange", "full"):
        return False
    return place == 0 or name in operations.BROADCASTS  # behind it are lengths: irfft(x, 2 * time)
