"""LG519: the output is random, and nothing switches that off."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.source.reach import in_call

RULE = Rule(
    code="LG519",
    name="always-random",
    severity="warning",
    says=("The same input gives other numbers each time, at inference too: {why}."),
    why=(
        "Predictions cannot be repeated. That is right for a layer that samples, and a fault "
        "in one that only disturbs its input for training."
    ),
    fix=(
        "Take `training=None` and return the input unchanged when it is false; where sampling"
        " is meant, silence this rule with a reason."
    ),
    explained_by=(
        "LG518",
        "LG570",
        "LG522",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    pinned = any(one.random and any(one.told_inference) for one in training.handed)
    if training.infer.noise and always_trains(source):
        why = "`super().call` is told training=True"
        yield RULE.finding(line=method_line(source, "call"), why=why)
    elif training.infer.noise and not training.takes_training and not pinned:
        yield RULE.finding(
            line=method_line(source, "call"), why="`call` has no `training` argument"
        )


def always_trains(source: Source) -> bool:
    """Whether `call` is that of the base class with the mode fixed: what Monte Carlo dropout is."""
    return any(
        isinstance(node, ast.Call)
        and ast.unparse(node.func) == "super().call"
        and any(
            word.arg == "training"
            and isinstance(word.value, ast.Constant)
            and word.value.value is True
            for word in node.keywords
        )
        for function in in_call(source)
        for node in ast.walk(function)
    )
