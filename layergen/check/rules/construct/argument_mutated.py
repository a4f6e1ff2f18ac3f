"""Rule: the constructor changes a list or dictionary of the caller's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Construction, Source, parameters_of
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG107",
    name="argument-mutated",
    severity="error",
    says="the constructor changes its argument {argument} in place",
    why=(
        "The list or dictionary belongs to the caller, who may give it to the next layer too. The second layer is then made from "
        "other values than the first, and nobody sees where they changed."
    ),
    fix="Copy {argument} before changing it: list({argument}) or dict({argument}).",
)
CHANGING = {
    "append",
    "extend",
    "insert",
    "pop",
    "popitem",
    "update",
    "setdefault",
    "clear",
    "remove",
    "sort",
    "reverse",
}


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None:
        yield NotApplicable("the layer could not be constructed")
        return
    changes = changed_in_place(source)
    for argument in dict.fromkeys([*construction.mutated, *changes]):
        yield RULE.finding(line=changes.get(argument), argument=argument)


def changed_in_place(source: Source) -> dict[str, int]:
    """Parameters of `__init__` that its text changes in place while they are still the caller's object."""
    init = next(
        (
            n
            for n in source.class_node.body
            if isinstance(n, ast.FunctionDef) and n.name == "__init__"
        ),
        None,
    )
    if init is None:
        return {}
    theirs = {item.arg for item in parameters_of(init)}
    found: dict[str, int] = {}
    for node in sorted(_statements(init), key=lambda item: item.lineno):
        target = _rebound(node)
        if target in theirs and not _may_be_same(node.value, target):  # type: ignore[attr-defined]
            theirs.discard(target)
        name = _changed(node)
        if name in theirs:
            found.setdefault(name, node.lineno)
    return found


def _statements(init: ast.FunctionDef) -> list[ast.stmt]:
    return [node for node in ast.walk(init) if isinstance(node, ast.stmt) and node is not init]


def _rebound(node: ast.stmt) -> str:
    if (
        isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
    ):
        return node.targets[0].id
    return ""


def _may_be_same(value: ast.expr, name: str) -> bool:
    """Whether an expression may be the very object that the name held: `x or {}`, `{} if x is None else x`."""
    if isinstance(value, ast.Name):
        return value.id == name
    if isinstance(value, ast.BoolOp):
        return any(_may_be_same(item, name) for item in value.values)
    if isinstance(value, ast.IfExp):
        return _may_be_same(value.body, name) or _may_be_same(value.orelse, name)
    return False


def _changed(node: ast.stmt) -> str:
    """The name that a statement changes in place."""
    calls = (
        [part for part in ast.walk(node) if isinstance(part, ast.Call)] if _is_simple(node) else []
    )
    for call in calls:
        function = call.func
        if (
            isinstance(function, ast.Attribute)
            and function.attr in CHANGING
            and isinstance(function.value, ast.Name)
        ):
            return function.value.id
    targets = node.targets if isinstance(node, ast.Assign | ast.Delete) else []
    for target in targets:
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
            return target.value.id
    return ""


def _is_simple(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr | ast.Assign | ast.AugAssign | ast.Return)
