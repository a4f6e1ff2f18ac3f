"""LG519: the output is random, and nothing switches that off."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG519",
    name="always-random",
    severity="warning",
    says=(
        "The same input gives other numbers each time, at inference too; `call` has no "
        "`training` argument."
    ),
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
    if training.infer.noise and not training.takes_training and not pinned:
        yield RULE.finding(line=method_line(source, "call"))
