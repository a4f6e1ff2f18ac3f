"""LG017: a method or an attribute that tensors have on some backends only."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.backend_names import replacement
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.listing import also_on
from layergen.check.source.names import derives_from_keras_only
from layergen.check.source.reach import in_call, under_backend_test
from layergen.check.source.tensor_members import WHO

RULE = Rule(
    code="LG017",
    name="backend-only-method",
    severity="warning",
    says="`{written}`: only {who} have `{name}`{also}.",
    why="A tensor is the backend's own object. What keras.ops does is there on every backend; its methods are not.",
    fix="Write {advice}.",
    explained_by=("LG020", "LG021", "LG574"),
)

PROPERTIES = ("T", "mT", "at")  # the others are called
ADVICE = {
    "T": "keras.ops.transpose",
    "astype": "keras.ops.cast",
    "at": "keras.ops.slice_update",
    "float": "keras.ops.cast",
}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on one backend by intent
    flow = call_flow(source)
    found: list[ast.Attribute] = []
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        called = {id(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)}
        for node in ast.walk(function):
            if not isinstance(node, ast.Attribute) or id(node) in guarded or not _who(node.attr):
                continue
            used = id(node) in called or node.attr in PROPERTIES
            if used and flow.kind(node.value) >= Kind.INPUT:
                found.append(node)
    if found:
        found.sort(key=lambda node: node.lineno)
        node = found[0]
        advice = ADVICE.get(node.attr) or replacement(f"torch.{node.attr}") or "it with keras.ops"
        yield RULE.finding(
            line=node.lineno,
            written=ast.unparse(node),
            who=_who(node.attr),
            name=node.attr,
            advice=advice,
            also=also_on(found[1:]),
        )


def _who(name: str) -> str | None:
    """Whose tensors have it."""
    return next((who for names, who in WHO if name in names), None)
