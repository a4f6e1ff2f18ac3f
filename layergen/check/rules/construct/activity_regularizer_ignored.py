"""Rule: activity_regularizer is taken and never applied."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, EagerCall, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import line_of
from layergen.check.rules.structures import leaves

RULE = Rule(
    code="LG127",
    name="activity-regularizer-ignored",
    severity="error",
    says="activity_regularizer is accepted, and no loss comes of it",
    why="Keras applies it to the outputs of every layer that hands it on; here the penalty that was asked for is lost.",
    fix="Hand it on: super().__init__(activity_regularizer=activity_regularizer, **kwargs).",
    explained_by=("LG102", "LG515"),
)


def judge(
    arguments: Arguments,
    source: Source,
    called: EagerCall | None = None,
) -> Iterator[Finding | NotApplicable]:
    outputs = leaves(called.outputs) if called is not None and called.raised is None else None
    if outputs is not None and not any("float" in leaf["dtype"] for leaf in outputs):
        yield NotApplicable("no floats come out, so there is nothing to regularize")
        return
    for item in arguments.watched:
        if item.argument == "activity_regularizer" and not item.used:
            yield RULE.finding(line=line_of(source, item.argument))
