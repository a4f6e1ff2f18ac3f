"""LG608: the same loss is there twice."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line

RULE = Rule(
    code="LG608",
    name="loss-counted-twice",
    severity="error",
    says="One call leaves the same loss twice: {value:.6g}.",
    why=(
        "The penalty is double what was asked for. A regularizer given to `add_weight`, or to"
        " `super().__init__`, is added by Keras already."
    ),
    fix="Take away the `add_loss` for what a regularizer adds by itself.",
    explained_by=("LG609",),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(calls.loss_counts):
        yield NotApplicable("the layer has no losses")
    elif calls.doubled_losses:
        yield RULE.finding(line=call_line(source, "add_loss"), value=calls.doubled_losses[0])
