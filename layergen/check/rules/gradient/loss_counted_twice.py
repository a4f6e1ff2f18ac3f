"""LG608: the same loss is there twice."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import in_call, methods

RULE = Rule(
    code="LG608",
    name="loss-counted-twice",
    severity="error",
    says="{what}.",
    why=(
        "The penalty is double what was asked for. A regularizer given to `add_weight`, or to"
        " `super().__init__`, is added by Keras already."
    ),
    fix="Take away the `add_loss` for what a regularizer adds by itself.",
    explained_by=("LG609",),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    given = given_twice(source)
    if given is not None:
        name, line = given
        yield RULE.finding(
            line=line,
            what=f"`self.{name}` is given to Keras as a regularizer, and called in `call` too",
        )
    elif calls.doubled_losses:
        what = f"One call leaves the same loss twice: {calls.doubled_losses[0]:.6g}"
        yield RULE.finding(line=call_line(source, "add_loss"), what=what)
    elif not any(calls.loss_counts):
        yield NotApplicable("the layer has no losses")


def given_twice(source: Source) -> tuple[str, int] | None:
    """A regularizer that an `add_weight` has, and that `call` calls as well beside an `add_loss`: its name, and where."""
    nodes = [
        node
        for function in (*in_call(source), *methods(source).values())
        for node in ast.walk(function)
    ]
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    given = {
        self_attribute(keyword.value)
        for node in calls
        for keyword in node.keywords
        if keyword.arg == "regularizer" and getattr(node.func, "attr", "") == "add_weight"
    } | {"activity_regularizer"}
    inside = [
        node
        for function in in_call(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Call)
    ]
    if not any(getattr(node.func, "attr", "") == "add_loss" for node in inside):
        return None
    for node in inside:
        name = self_attribute(node.func)
        if name is not None and name in given:
            return name, node.lineno
    return None
