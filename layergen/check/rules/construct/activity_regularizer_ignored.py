"""Rule: activity_regularizer is taken and never applied."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import line_of

RULE = Rule(
    code="LG127",
    name="activity-regularizer-ignored",
    severity="error",
    says="activity_regularizer is accepted, and no loss comes of it",
    why="Keras applies it to the outputs of every layer that hands it on; here the penalty that was asked for is lost.",
    fix="Hand it on: super().__init__(activity_regularizer=activity_regularizer, **kwargs).",
    explained_by=("LG102", "LG515"),
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in arguments.watched:
        if item.argument == "activity_regularizer" and not item.used:
            yield RULE.finding(line=line_of(source, item.argument))
