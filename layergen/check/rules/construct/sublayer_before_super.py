"""LG171 (read from the source): a layer or a seed generator becomes an attribute before `super().__init__`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted, self_attribute
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG171",
    name="sublayer-before-super",
    severity="error",
    says="`self.{name}` is set to {what} before `super().__init__()` is called.",
    why=(
        "The layer cannot track anything before it is initialized: PyTorch raises an AttributeError, and on other "
        "backends tracking depends on luck."
    ),
    fix="Call super().__init__(**kwargs) first.",
)

TRACKED = ("keras.layers.", "tensorflow.keras.layers.", "keras.random.SeedGenerator", "keras.Variable", "keras.Sequential",
           "keras.metrics.", "tensorflow.keras.random.SeedGenerator", "keras.models.")  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    init = methods(source).get("__init__")
    if init is None:
        return
    calls = [node for node in ast.walk(init) if isinstance(node, ast.Call) and _is_super_init(node)]
    if not calls or any(keyword.arg == "inputs" for call in calls for keyword in call.keywords):
        return  # a functional model is made of its sublayers first
    first = min(call.lineno for call in calls)
    for node in ast.walk(init):
        if isinstance(node, ast.Assign) and node.lineno < first:
            made = _tracked(source, node.value)
            for target in node.targets:
                name = self_attribute(target)
                if name is not None and made is not None:
                    yield RULE.finding(line=node.lineno, name=name, what=made)


def _is_super_init(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "__init__"


def _tracked(source: Source, value: ast.expr) -> str | None:
    """What is made, where it is something that a layer tracks; also inside a list."""
    for node in ast.walk(value):
        if isinstance(node, ast.Call):
            name = dotted(source, node.func) or ""
            short = name.rpartition(".")[2]
            is_class = short[:1].isupper() and short not in ("InputSpec",)
            if name.startswith(TRACKED) and is_class:
                return f"a {short}"
    return None
