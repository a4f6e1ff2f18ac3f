"""LG533 (read from the source): an operation in `call` whose result has as many elements as the values say."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import Flow, call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import derives_from_keras_only, dotted
from layergen.check.source.reach import in_call, under_backend_test
from layergen.check.source.truth import asks, names_of_tests

RULE = Rule(
    code="LG533",
    name="size-depends-on-values",
    severity="warning",
    says="The size of `{written}` depends on the values of a tensor.",
    why=(
        "Compiled code needs every size beforehand: jax.jit refuses it, XLA pads or refuses, and a functional model does not "
        "know the shape of what comes out."
    ),
    fix="Keep the size: keras.ops.where with a neutral value for what is left out, a weighted sum, or keras.ops.top_k.",
    explained_by=("LG020",),
)

# Where the second value is given, the size is fixed by it.
BY_VALUES = {"keras.ops.nonzero": None, "keras.ops.unique": "size", "keras.ops.argwhere": None}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        tests = names_of_tests(source, function)
        for node in ast.walk(function):
            if id(node) not in guarded and _by_values(source, flow, tests, node):
                yield RULE.finding(line=node.lineno, written=ast.unparse(node)[:60])
                return


def _by_values(source: Source, flow: Flow, tests: set[str], node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        name = dotted(source, node.func)
        if name == "keras.ops.where":
            return len(node.args) + len(node.keywords) == 1
        if name == "keras.ops.repeat":
            return len(node.args) > 1 and flow.kind(node.args[1]) >= Kind.INPUT
        fixed = {keyword.arg for keyword in node.keywords}
        return name in BY_VALUES and BY_VALUES[name] not in fixed
    if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
        return flow.kind(node.value) >= Kind.INPUT and _is_test(source, flow, tests, node.slice)
    return False


def _is_test(source: Source, flow: Flow, tests: set[str], node: ast.expr) -> bool:
    """Whether an index is a tensor of truth values."""
    return flow.kind(node) >= Kind.INPUT and asks(source, tests, node)
