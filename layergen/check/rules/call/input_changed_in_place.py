"""LG577 (read from the source): `inputs += …`, which writes into the caller's tensor on PyTorch."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import methods, under_backend_test

RULE = Rule(
    code="LG577",
    name="input-changed-in-place",
    severity="warning",
    says="`{written}` changes the caller's own tensor on PyTorch.",
    why=(
        "Tensors of TensorFlow and JAX cannot be changed, so a new one is made there. PyTorch adds in place: whoever "
        "else reads the input gets other numbers, and a gradient may be refused."
    ),
    fix="Write `{plain}`, which makes a new tensor everywhere.",
    explained_by=("LG506", "LG020"),
)


def judge(source: Source) -> Iterator[Finding]:
    call = methods(source).get("call")
    if call is None or not derives_from_keras_only(source):
        return
    flow, guarded = call_flow(source), under_backend_test(source, call)
    for node in ast.walk(call):
        if not isinstance(node, ast.AugAssign) or id(node) in guarded:
            continue
        name = node.target.id if isinstance(node.target, ast.Name) else None
        if name in _inputs_before(call, node.lineno) and flow.kind(node.target) >= Kind.MAYBE:
            operator = ast.unparse(node).removeprefix(f"{name} ").partition("=")[0]
            plain = f"{name} = {name} {operator} {ast.unparse(node.value)}"
            yield RULE.finding(line=node.lineno, written=ast.unparse(node), plain=plain)
            return


def _inputs_before(call: ast.FunctionDef, line: int) -> set[str]:
    """Arguments whose names no line above has given to another value."""
    given = {argument.arg for argument in [*call.args.args[1:], *call.args.kwonlyargs]}
    for node in ast.walk(call):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.lineno < line:
            given.discard(node.id)
    return given
