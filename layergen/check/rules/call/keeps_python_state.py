"""LG575 (read from the source): `call` writes to an attribute of the layer, to its class or to a global."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import derives_from_keras_only, self_attribute
from layergen.check.source.reach import in_call

RULE = Rule(
    code="LG575",
    name="keeps-python-state",
    severity="warning",
    says="`call` changes `{written}`, which is Python state and no weight.",
    why=(
        "A compiled step runs Python once: the change happens when it is traced and never again. A tensor kept this "
        "way leaks out of the trace, and nothing of it is saved."
    ),
    fix="Make it a weight in build (self.add_weight(..., trainable=False)) and use .assign; or return it.",
)

CHANGERS = {
    "append",
    "extend",
    "insert",
    "pop",
    "remove",
    "clear",
    "update",
    "add",
    "setdefault",
    "appendleft",
}


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    told = set()
    for function in in_call(source):
        if function.name in ("build", "__init__"):
            continue
        names = {
            name
            for node in ast.walk(function)
            if isinstance(node, ast.Global)
            for name in node.names
        }
        for node in ast.walk(function):
            written = _changed(node, names, source.class_name)
            if written is not None and written not in told:
                told.add(written)
                yield RULE.finding(line=node.lineno, written=written)


def _changed(node: ast.AST, global_names: set[str], class_name: str) -> str | None:
    """The attribute, class variable or global that a statement writes to."""
    if isinstance(node, ast.Assign | ast.AugAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            for part in target.elts if isinstance(target, ast.Tuple) else [target]:
                inner = part.value if isinstance(part, ast.Subscript) else part
                if isinstance(inner, ast.Name) and inner.id in global_names:
                    return inner.id
                if _on_layer(inner, class_name):
                    return ast.unparse(inner)
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        function = node.value.func
        if isinstance(function, ast.Attribute) and function.attr in CHANGERS:
            if _on_layer(function.value, class_name):
                return ast.unparse(function.value)
    return None


def _on_layer(node: ast.AST, class_name: str) -> bool:
    if self_attribute(node) is not None:
        return True
    if not isinstance(node, ast.Attribute):
        return False
    return ast.unparse(node.value) in (class_name, "self.__class__", "type(self)", "cls")
