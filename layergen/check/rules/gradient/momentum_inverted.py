"""LG616: the momentum of moving averages is the weight of the new value."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG616",
    name="momentum-inverted",
    severity="error",
    says="The larger `{argument}` is, the faster the moving averages follow the batch.",
    why="In Keras momentum is the weight of what was there before: at 0.99 these averages forget almost everything at each step, and inference uses the statistics of the last batch.",
    fix="Write `momentum * average + (1 - momentum) * batch`; where the other meaning is meant, give the argument another name.",
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not training.train.moved:
        yield NotApplicable("no weight moves in a training call")
    elif training.inverted_momentum:
        yield RULE.finding(
            line=call_line(source, "assign", "assign_add", "assign_sub")
            or method_line(source, "call"),
            argument=training.inverted_momentum,
        )
