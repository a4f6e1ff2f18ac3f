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
TESTS = {"greater", "greater_equal", "less", "less_equal", "equal", "not_equal", "isfinite", "isnan", "isinf",
         "logical_and", "logical_or", "logical_not", "logical_xor"}  # fmt: skip
KEEPS_VALUES = {"reshape", "ravel", "squeeze", "expand_dims", "transpose", "any", "all", "flip"}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        tests = _names_of_tests(source, function)
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
    return flow.kind(node) >= Kind.INPUT and _asks(source, tests, node)


def _names_of_tests(source: Source, function: ast.AST) -> set[str]:
    """Variables that hold what a test on values gave, in the order in which they are assigned."""
    found: set[str] = set()
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    for node in sorted(assigned, key=lambda node: node.lineno):
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        found = found | names if _asks(source, found, node.value) else found - names
    return found


def _asks(source: Source, tests: set[str], node: ast.expr) -> bool:
    if isinstance(node, ast.Name):
        return node.id in tests
    if isinstance(node, ast.Call):
        name = dotted(source, node.func) or ""
        function = name.rpartition(".")[2]
        moved = function in KEEPS_VALUES and node.args and _asks(source, tests, node.args[0])
        return name.startswith("keras.ops.") and (function in TESTS or bool(moved))
    return isinstance(node, ast.Compare) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert)
    )
