"""LG019: truth values multiplied or added as if they were numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test
from layergen.check.source.truth import asks, names_of_tests

RULE = Rule(
    code="LG019",
    name="truth-in-arithmetic",
    severity="warning",
    says="`{written}` calculates with truth values.",
    why="JAX and PyTorch take them for 0 and 1; TensorFlow refuses, or answers with truth values.",
    fix="Write keras.ops.cast(..., x.dtype), or choose with keras.ops.where.",
    explained_by=("LG020",),
)

ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div)


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        tests = names_of_tests(source, function)
        for node in ast.walk(function):
            if (
                isinstance(node, ast.BinOp)
                and isinstance(node.op, ARITHMETIC)
                and id(node) not in guarded
                and any(
                    flow.kind(side) >= Kind.INPUT and asks(source, tests, side)
                    for side in (node.left, node.right)
                )
            ):
                yield RULE.finding(line=node.lineno, written=ast.unparse(node)[:60])
                return
