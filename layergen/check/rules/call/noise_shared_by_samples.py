"""LG547: noise is drawn for one sample and given to all of them."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import draw_line

RULE = Rule(
    code="LG547",
    name="noise-shared-by-samples",
    severity="warning",
    says="All samples of a batch get the same random numbers, other ones for each feature.",
    why="The gradient is averaged over one draw instead of one for each sample: training is noisier, and samples are no longer independent.",
    fix="Draw with the batch's size in the shape: `keras.random.normal(ops.shape(mean), seed=...)`.",
    explained_by=("LG520", "LG521", "LG527", "LG570"),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not training.train.draws:
        yield NotApplicable("keras.random is not used")
    elif training.own_noise.shared:
        yield RULE.finding(line=draw_line(source))
