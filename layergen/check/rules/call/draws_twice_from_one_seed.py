"""LG542: two generators of one layer have the same seed."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG542",
    name="draws-twice-from-one-seed",
    severity="warning",
    says="In one call two random draws start from the same state: their numbers are the same.",
    why="What should be two independent noises is one: their difference is nothing, and their product is a square.",
    fix="Draw both from one `keras.random.SeedGenerator`, which moves on at each draw.",
    explained_by=("LG520", "LG521", "LG527"),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    noise = training.own_noise
    if not (training.train.draws or training.infer.draws):
        yield NotApplicable("keras.random is not used")
    elif noise.repeats_itself:
        yield RULE.finding(
            line=call_line(source, "SeedGenerator") or method_line(source, "__init__")
        )
