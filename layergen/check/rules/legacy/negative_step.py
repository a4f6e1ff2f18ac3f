"""LG018: a tensor sliced backwards, which PyTorch refuses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import Flow, call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG018",
    name="negative-step",
    severity="warning",
    says="`{written}` slices a tensor backwards, which PyTorch refuses.",
    why="On TensorFlow and JAX it works; the layer fails as soon as somebody runs it on PyTorch.",
    fix="Use keras.ops.flip(x, axis=...).",
    explained_by=("LG020",),
)


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Subscript)
                and id(node) not in guarded
                and _backwards(flow, node)
            ):
                yield RULE.finding(line=node.lineno, written=ast.unparse(node))
                return


def _backwards(flow: Flow, node: ast.Subscript) -> bool:
    """`x[:, ::-1]`; with one slice alone the input may be a list, which may be turned round."""
    several = isinstance(node.slice, ast.Tuple)
    parts = node.slice.elts if several else [node.slice]
    backwards = any(isinstance(part, ast.Slice) and _negative(part.step) for part in parts)
    return backwards and flow.kind(node.value) >= (Kind.INPUT if several else Kind.TENSOR)


def _negative(step: ast.expr | None) -> bool:
    return isinstance(step, ast.UnaryOp) and isinstance(step.op, ast.USub)
