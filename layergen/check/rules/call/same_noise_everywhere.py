"""LG541: a seed is fixed in the class."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG541",
    name="same-noise-everywhere",
    severity="warning",
    says="Every instance of the layer draws the same random numbers, and no argument changes that.",
    why="Two such layers in a model drop the same features and add the same noise at each step, and no run differs from another.",
    fix="Take `seed=None` in `__init__` and make `keras.random.SeedGenerator(seed)` of it.",
    explained_by=("LG520", "LG521", "LG527"),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    noise = training.own_noise
    if not (training.train.draws or training.infer.draws):
        yield NotApplicable("keras.random is not used")
    elif noise.same_in_all:
        yield RULE.finding(
            line=call_line(source, "SeedGenerator") or method_line(source, "__init__")
        )
