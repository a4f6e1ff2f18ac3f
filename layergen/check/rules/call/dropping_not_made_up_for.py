"""LG543: what is dropped in training is not made up for."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG543",
    name="dropping-not-made-up-for",
    severity="warning",
    says="In training the output is on average {share} of what it is at inference.",
    why="The layers after this one are trained on smaller numbers than they meet in use.",
    fix="Divide what is kept by `1 - rate`, or silence this rule where the missing part is meant to be seen.",
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    noise = training.own_noise
    if not (training.train.draws or training.infer.draws):
        yield NotApplicable("keras.random is not used")
    elif noise.shrinks is not None:
        yield RULE.finding(line=method_line(source, "call"), share=f"{noise.shrinks:.0%}")
