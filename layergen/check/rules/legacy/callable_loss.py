"""LG009: `self.add_loss(lambda: …)`: Keras 3 takes tensors only."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import layer_nodes, methods

RULE = Rule(
    code="LG009",
    name="callable-loss",
    severity="error",
    says="`add_loss` is given a function, and Keras 3 takes only tensors.",
    why="Keras 2 called the function later. Keras 3 raises a ValueError.",
    fix="Compute the value in call and pass it; for a loss on a weight give add_weight a regularizer.",
)


def judge(source: Source) -> Iterator[Finding]:
    local = {node.name for node in layer_nodes(source) if isinstance(node, ast.FunctionDef)}
    for node in layer_nodes(source):
        if isinstance(node, ast.Call) and self_attribute(node.func) == "add_loss" and node.args:
            given = node.args[0]
            named = isinstance(given, ast.Name) and given.id in local - set(methods(source))
            if isinstance(given, ast.Lambda) or named:
                yield RULE.finding(line=node.lineno)
