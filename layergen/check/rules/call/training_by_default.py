"""LG531: called without a mode, the layer behaves as in training."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG531",
    name="training-by-default",
    severity="warning",
    says="Called without `training`, the output is random, as in training.",
    why=(
        "A layer that is called by hand, to look at what it does or to predict, is disturbed;"
        " elsewhere in Keras no word means inference."
    ),
    fix="Give `training` the default False or None, and treat None as inference.",
    explained_by=("LG517",),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not training.takes_training:
        yield NotApplicable("call takes no training")
    elif "call" not in methods(source):
        yield NotApplicable("`call` is inherited, and its defaults with it")
    elif (training.plain.noise or training.plain.moved) and not (
        training.infer.noise or training.infer.moved
    ):
        yield RULE.finding(line=method_line(source, "call"))
