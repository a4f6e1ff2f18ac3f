"""LG529: a value is computed in call and never used."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted
from layergen.check.source.reach import in_call

RULE = Rule(
    code="LG529",
    name="result-thrown-away",
    severity="warning",
    says="`{what}` is computed and never used.",
    why=(
        "Most often it should have been returned, assigned to a weight, or given to "
        "`add_loss`: tensors do not change in place."
    ),
    fix="Use the value, or take the line away.",
)


def judge(source: Source) -> Iterator[Finding]:
    for function in in_call(source):
        used = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        }
        used |= {
            name
            for node in ast.walk(function)
            if isinstance(node, ast.Global | ast.Nonlocal)
            for name in node.names
        }
        if any(
            isinstance(node, ast.Call) and getattr(node.func, "id", "") == "locals"
            for node in ast.walk(function)
        ):
            continue
        for node in ast.walk(function):
            what = _thrown_away(source, node, used)
            if what:
                yield RULE.finding(line=node.lineno, what=what)


def _thrown_away(source: Source, node: ast.AST, used: set[str]) -> str | None:
    """The statement's text where its value goes nowhere."""
    if (
        isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
    ):
        name = node.targets[0].id
        works = any(isinstance(inner, ast.Call | ast.BinOp) for inner in ast.walk(node.value))
        works = works or _is_part_of_tensor(node.value)
        return None if name in used or name.startswith("_") or not works else _short(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.BinOp | ast.Compare):
        return _short(node)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        full = dotted(source, node.value.func) or ""
        return _short(node) if full.startswith(("keras.ops.", "keras.activations.")) else None
    return None


def _is_part_of_tensor(node: ast.AST) -> bool:
    """Whether axes are sliced or added: `mask[:, None, :]`."""
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple)


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    return text if len(text) <= 60 else text[:57] + "..."
