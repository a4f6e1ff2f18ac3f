"""Which expressions of `call` hold truth values."""

from __future__ import annotations

import ast

from layergen.check.evidence import Source
from layergen.check.source.names import dotted

TESTS = {"greater", "greater_equal", "less", "less_equal", "equal", "not_equal", "isfinite", "isnan", "isinf",
         "logical_and", "logical_or", "logical_not", "logical_xor"}  # fmt: skip
KEEPS_VALUES = {"reshape", "ravel", "squeeze", "expand_dims", "transpose", "any", "all", "flip"}


def names_of_tests(source: Source, function: ast.AST) -> set[str]:
    """Variables that hold what a test on values gave, in the order in which they are assigned."""
    found: set[str] = set()
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    for node in sorted(assigned, key=lambda node: node.lineno):
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        found = found | names if asks(source, found, node.value) else found - names
    return found


def asks(source: Source, tests: set[str], node: ast.expr) -> bool:
    """Whether an expression is what a test on values gives: a comparison, a logical operation, or one of these moved about."""
    if isinstance(node, ast.Name):
        return node.id in tests
    if isinstance(node, ast.Call):
        name = dotted(source, node.func) or ""
        function = name.rpartition(".")[2]
        moved = function in KEEPS_VALUES and node.args and asks(source, tests, node.args[0])
        return name.startswith("keras.ops.") and (function in TESTS or bool(moved))
    return isinstance(node, ast.Compare) or (
        isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Invert)
    )
