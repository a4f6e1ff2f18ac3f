"""LG006: `assert isinstance(inputs, list)`: the layer refuses a tuple of inputs."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG006",
    name="list-only-assert",
    severity="warning",
    says="`{method}` asserts that `{argument}` is a list, and so refuses a tuple.",
    why=(
        "Keras passes on whatever structure the user gave, and a model that is loaded or traced may give tuples for "
        "lists. An assert also vanishes under `python -O` and says nothing of what was expected."
    ),
    fix="Accept both: `if not isinstance({argument}, (list, tuple)): raise ValueError(...)`.",
)

METHODS = ("call", "build", "compute_output_shape", "compute_mask", "compute_output_spec")


def judge(source: Source) -> Iterator[Finding]:
    for name in METHODS:
        function = methods(source).get(name)
        if function is None:
            continue
        arguments = {argument.arg for argument in function.args.args[1:]}
        for node in ast.walk(function):
            argument = _asserted(node)
            if argument in arguments:
                yield RULE.finding(line=node.lineno, method=name, argument=argument)
                break


def _asserted(node: ast.AST) -> str | None:
    """`x` for a statement that goes on only with `isinstance(x, list)` or `type(x) is list`."""
    if isinstance(node, ast.Assert):
        for part in ast.walk(node.test):
            found = _list_test(part)
            if found is not None:
                return found
    if isinstance(node, ast.If) and any(isinstance(item, ast.Raise) for item in node.body):
        test = node.test
        if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            return _list_test(test.operand)
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
            for part in test.values:
                if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
                    found = _list_test(part.operand)
                    if found is not None:
                        return found
    return None


def _list_test(node: ast.AST) -> str | None:
    if (
        isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "isinstance"
        and len(node.args) == 2
    ):
        value, kind = node.args
        if isinstance(value, ast.Name) and isinstance(kind, ast.Name) and kind.id == "list":
            return value.id
    if (
        isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Call)
        and len(node.comparators) == 1
    ):
        inner, kind = node.left, node.comparators[0]
        is_type = getattr(inner.func, "id", "") == "type" and len(inner.args) == 1
        if is_type and isinstance(inner.args[0], ast.Name) and getattr(kind, "id", "") == "list":
            return inner.args[0].id
    return None
