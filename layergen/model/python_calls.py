"""Reads calls of Python's own functions: they work on static values, and on lists of tensors."""

from __future__ import annotations

import ast
from dataclasses import replace

from layergen.model.dims import Dim
from layergen.model.expressions import STATIC_MATH
from layergen.model.functions import OPS
from layergen.model.reading import DTYPE_WORDS, Read, Reader, parsed
from layergen.model.values import ANY, STATIC, STATIC_FLOAT, STATIC_INT, Value, listed, tensor


def python_call(reader: Reader, node: ast.Call, name: str) -> Read | None:
    """A builtin over static values; None where an operation of Keras is meant instead."""
    mark, used = len(reader.problems), set(reader.used)
    outside, reader.size_dtype = reader.size_dtype, (
        "float32" if name == "int" else reader.size_dtype
    )
    reads = [reader.expression(item) for item in node.args]
    reader.size_dtype = outside
    values = [value for _, value in reads]
    printed = ast.Call(
        parsed(f"math.{name}" if name in STATIC_MATH else name), [read for read, _ in reads], []
    )
    printed.keywords = [
        ast.keyword(item.arg, reader.expression(item.value)[0]) for item in node.keywords
    ]
    if name in ("zip", "enumerate", "list", "tuple", "reversed", "range", "len") and all(
        value.kind != "tensor" for value in values
    ):
        return _sequence_call(reader, node, name, printed, values)
    static = all(_all_python(value) for value in values)
    if (
        name == "sum"
        and not static
        and len(values) == 1
        and values[0].kind == "list"
        and not node.keywords
    ):
        return printed, replace(values[0].item or (values[0].items or (ANY,))[0], shape=None)
    if name in STATIC_MATH and static:
        reader.block.uses_math = True
        return printed, STATIC_INT if name in ("ceil", "floor") else STATIC_FLOAT
    if static and not node.keywords:
        number = {"int": "int", "len": "int", "round": "int", "float": "float"}.get(name)
        numbers = {value.number for value in values}
        kept = "float" if "float" in numbers else "int" if numbers == {"int"} else None
        return printed, replace(
            STATIC, number=number or kept if name not in ("bool", "all", "any", "str") else None
        )
    if name in ("max", "min") and len(values) > 1 and _all_numbers(values) and not node.keywords:
        # `ops.max(0, n)` would take n for an axis: Python compares sizes, once they are known.
        for item in node.args:
            _fix_axes(reader, item)
        return printed, STATIC_INT
    if name in OPS:
        if name in ("max", "min") and len(values) > 1 and values[1].kind == "tensor":
            reader.problem(
                node, f"{name}(a, b) does not compare two tensors", f"use {name}imum(a, b)"
            )
        del reader.problems[mark:]
        reader.used.intersection_update(used | reader.used)
        return None
    if name in DTYPE_WORDS and len(reads) == 1:
        # What is no Python number before the layer runs: `int(0.5 * time)`.
        dtype = DTYPE_WORDS[name]
        return reader.cast(reads[0][0], dtype), tensor(dtype, values[0].shape)
    reader.problem(
        node,
        f"{name}(...) cannot take the tensor {ast.unparse(node.args[0]) if node.args else ''!r}",
        "use x.shape[0]" if name == "len" else "",
    )
    return printed, ANY


def _all_python(value: Value) -> bool:
    if value.kind == "list":
        inner = value.items if value.items is not None else (value.item,) if value.item else ()
        return all(_all_python(item) for item in inner)
    return value.is_python


def _all_numbers(values: list[Value]) -> bool:
    return all(value.kind in ("static", "size") for value in values)


def _sequence_call(
    reader: Reader, node: ast.Call, name: str, printed: ast.Call, values: list[Value]
) -> Read:
    if name == "len":
        return printed, STATIC_INT
    if name == "range":
        for item, value in zip(node.args, values, strict=True):
            if value.kind == "size" and not value.fixed:
                _demand_fixed(reader, item)
        bounds = [reader.dim(item) for item in node.args]
        start, stop = (Dim.of(0), *bounds) if len(bounds) == 1 else (*bounds, None)[:2]
        known = len(bounds) < 3 and start is not None and stop is not None
        return printed, Value("list", item=STATIC_INT, length=stop - start if known else None)
    items = [
        value.item
        or (
            replace(
                value.items[0], shape=value.items[0].shape if len(set(value.items)) == 1 else None
            )
            if value.items
            else STATIC_INT if value.kind == "static" else ANY
        )
        for value in values
    ]
    if name == "zip":
        return printed, Value("list", item=listed(*items))
    if name == "enumerate":
        return printed, Value("list", item=listed(STATIC_INT, items[0] if items else ANY))
    if not values:
        return printed, listed()
    flipped = (
        values[0].items[::-1]
        if name == "reversed" and values[0].items is not None
        else values[0].items
    )
    return printed, Value("list", items=flipped, item=items[0])


def _demand_fixed(reader: Reader, node: ast.expr) -> None:
    """A loop needs its count while the layer is traced: the axes in it become fixed at build."""
    if _fix_axes(reader, node):
        return
    hint = "use scan(...) or fori_loop(...) over a length that is not known"
    reader.problem(node, f"{ast.unparse(node)!r} is not known when the layer is traced", hint)


def _fix_axes(reader: Reader, node: ast.expr) -> bool:
    """Makes the axes and sizes in an expression fixed at build; whether there is one."""
    names = {
        item.id for item in ast.walk(node) if isinstance(item, ast.Name) and item.id in reader.names
    }
    sizes = {name for name in names if reader.names[name].kind in ("axes", "sizes")}
    reader.block.fixed.update(sizes)
    return bool(sizes)
