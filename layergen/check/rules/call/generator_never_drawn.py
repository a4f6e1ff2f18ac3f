"""LG544: a random generator that is never used."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG544",
    name="generator-never-drawn",
    severity="warning",
    says="Nothing is drawn from `self.{name}`, in training or at inference.",
    why="The layer was meant to be random: a condition that never holds leaves it without dropout or noise.",
    fix="Look at the condition before the random call in `call`: it should hold where `training` is true.",
    explained_by=("LG517",),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    name = training.own_noise.idle
    if name:
        line = attribute_line(source, name, "__init__") or method_line(source, "call")
        yield RULE.finding(line=line, name=name)
