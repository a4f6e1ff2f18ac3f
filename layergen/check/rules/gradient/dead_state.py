"""LG611: a weight that is not trainable, never moves and changes nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import weight_line
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import methods, reached_from

RULE = Rule(
    code="LG611",
    name="dead-state",
    severity="warning",
    says=(
        "The weight `{weight}` is not trainable, no training call moves it, and it changes no"
        " output."
    ),
    why=(
        "State was meant to be kept here. Most often the update is computed and not assigned,"
        " or was forgotten."
    ),
    fix=(
        "Write `self.{name}.assign(...)` in `call` where `training` is true, or do not make "
        "the weight."
    ),
    explained_by=("LG606",),
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if all(one.trainable for one in gradients.weights):
        yield NotApplicable("no weights that are not trainable")
    if "load_own_variables" in methods(source):
        yield NotApplicable("what the weights are for may be settled when they are loaded")
        return
    assigned = _assigned_elsewhere(source)
    for one in gradients.weights:
        if one.path.rpartition("/")[2] in assigned:
            continue  # `adapt` fills it
        if not one.trainable and not one.moved and one.used is False:
            yield RULE.finding(
                line=weight_line(source, one.path),
                weight=one.path,
                name=one.path.rpartition("/")[2],
            )


def _assigned_elsewhere(source: Source) -> set[str]:
    """Attributes that get other values in a method which no call of the layer runs."""
    by_itself = reached_from(source, "__init__", "build", "call")
    others = [one for one in methods(source).values() if one not in by_itself]
    return {
        self_attribute(node.func.value) or ""
        for function in others
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.startswith("assign")
    }
