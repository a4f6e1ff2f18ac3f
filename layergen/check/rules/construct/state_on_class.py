"""LG173 (read from the source): a layer, a weight or a list that is kept on the class and so shared by all instances."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted, self_attribute

RULE = Rule(
    code="LG173",
    name="state-on-class",
    severity="error",
    says="`{name}` stands on the class, so all instances share {what}.",
    why=(
        "Two layers of this class use the same object: training one changes the other, counts and lists grow over "
        "all of them, and none of it is tracked or saved with its layer."
    ),
    fix="Set self.{name} in __init__ (or make it a weight in build).",
)

TRACKED = ("keras.layers.", "tensorflow.keras.layers.", "keras.random.SeedGenerator", "keras.Variable",
           "tensorflow.Variable", "keras.Sequential", "keras.metrics.", "keras.models.",
           "tensorflow.keras.Sequential")  # fmt: skip
CHANGERS = {"append", "extend", "insert", "pop", "remove", "clear", "update", "add", "setdefault"}


def judge(source: Source) -> Iterator[Finding]:
    held = _class_variables(source)
    set_on_self = {
        self_attribute(node)
        for function in _methods(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    changed = _changed(source)
    for name, (node, value) in held.items():
        made = _tracked(source, value)
        if made is not None:
            yield RULE.finding(line=node.lineno, name=name, what=f"one {made}")
        elif name in changed and (
            _is_container(value) and name not in set_on_self or name in changed["class"]
        ):
            yield RULE.finding(line=changed[name].lineno, name=name, what="what is written here")


def _methods(source: Source) -> list[ast.FunctionDef]:
    return [node for node in source.class_node.body if isinstance(node, ast.FunctionDef)]


def _class_variables(source: Source) -> dict[str, tuple[ast.stmt, ast.expr]]:
    held: dict[str, tuple[ast.stmt, ast.expr]] = {}
    for node in source.class_node.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            held[node.targets[0].id] = (node, node.value)
        elif (
            isinstance(node, ast.AnnAssign)
            and node.value is not None
            and isinstance(node.target, ast.Name)
        ):
            held[node.target.id] = (node, node.value)
    return held


def _tracked(source: Source, value: ast.expr) -> str | None:
    for node in ast.walk(value):
        if isinstance(node, ast.Lambda):
            return None
        if isinstance(node, ast.Call):
            name = dotted(source, node.func) or ""
            short = name.rpartition(".")[2]
            if name.startswith(TRACKED) and short[:1].isupper() and short != "InputSpec":
                return short
    return None


def _is_container(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return getattr(value.func, "id", "") in (
            "list",
            "dict",
            "set",
            "defaultdict",
            "OrderedDict",
            "deque",
        )
    return isinstance(value, ast.List | ast.Dict | ast.Set)


def _changed(source: Source) -> dict:
    """Names that methods write into: through the class (`Layer.count += 1`), or into an object on it."""
    changed: dict = {"class": set()}
    owners = (source.class_name, "cls", "type(self)", "self.__class__")
    for function in _methods(source):
        for node in ast.walk(function):
            target = None
            if isinstance(node, ast.Assign | ast.AugAssign):
                target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                inner = target.value if isinstance(target, ast.Subscript) else target
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                inner = node.func.value if node.func.attr in CHANGERS else None
            else:
                continue
            if not isinstance(inner, ast.Attribute):
                continue
            if ast.unparse(inner.value) in owners:
                changed["class"].add(inner.attr)
                changed.setdefault(inner.attr, node)
            elif self_attribute(inner) is not None and inner is not target:
                changed.setdefault(inner.attr, node)
    return changed
