"""LG016: `x.get_shape()`, `x.shape.as_list()`: only TensorFlow's tensors have them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.listing import also_on
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG016",
    name="tensorflow-shape-method",
    severity="warning",
    says="`{written}` works on TensorFlow's tensors alone{also}.",
    why="Tensors of JAX and PyTorch, and the KerasTensors of a functional model, have `.shape`, a tuple, and nothing else.",
    fix="Write {advice}.",
)

METHODS = {"as_list", "ndims", "rank", "dims", "is_fully_defined", "with_rank", "num_elements"}


def judge(source: Source) -> Iterator[Finding]:
    found: list[ast.Attribute] = []
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Attribute)
                and id(node) not in guarded
                and _only_tensorflow(node)
            ):
                found.append(node)
    if found:
        found.sort(key=lambda node: node.lineno)
        node = found[0]
        advice = (
            "len(x.shape)"
            if node.attr in ("ndims", "rank")
            else "x.shape, or keras.ops.shape(x) where it is unknown"
        )
        yield RULE.finding(
            line=node.lineno, written=ast.unparse(node), advice=advice, also=also_on(found[1:])
        )


def _only_tensorflow(node: ast.Attribute) -> bool:
    if node.attr == "get_shape":
        return True
    return (
        node.attr in METHODS
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "shape"
    )
