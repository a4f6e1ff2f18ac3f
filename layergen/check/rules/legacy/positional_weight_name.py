"""LG004: `add_weight("kernel", …)`: the name where Keras 3 takes the shape."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG004",
    name="positional-weight-name",
    severity="error",
    says="`add_weight` is given {name} as its first argument, which is the shape in Keras 3.",
    why="Keras 2 took the name first. Keras 3 raises a ValueError (and older versions an obscure one) in build.",
    fix="Write add_weight(name={name}, shape=...).",
)


def judge(source: Source) -> Iterator[Finding]:
    for node in layer_nodes(source):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        if self_attribute(node.func) in ("add_weight", "add_variable") and _is_text(node.args[0]):
            yield RULE.finding(line=node.lineno, name=ast.unparse(node.args[0]))


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp):  # "kernel_" + str(i), "kernel_%d" % i
        return _is_text(node.left) or _is_text(node.right)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
