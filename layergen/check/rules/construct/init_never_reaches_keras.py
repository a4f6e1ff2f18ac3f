"""LG170 (read from the source): `__init__` never calls `super().__init__`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG170",
    name="super-init-missing",
    severity="error",
    says="`__init__` never calls `super().__init__()`.",
    why="Without it the layer tracks no weights; Keras raises a RuntimeError when the layer is built or called.",
    fix="Begin __init__ with super().__init__(**kwargs).",
)


def judge(source: Source) -> Iterator[Finding]:
    for node in source.class_node.body:
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            if not any(_reaches_base(part) for part in ast.walk(node)):
                yield RULE.finding(line=node.lineno)


def _reaches_base(node: ast.AST) -> bool:
    """`super().__init__(…)`, `Base.__init__(self, …)`, or a hand-over to another method of super."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    if node.func.attr == "__init__":
        return True
    return (
        isinstance(node.func.value, ast.Call) and getattr(node.func.value.func, "id", "") == "super"
    )
