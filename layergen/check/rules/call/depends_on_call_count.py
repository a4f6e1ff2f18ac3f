"""LG509: the same input gives other numbers at the next call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG509",
    name="depends-on-call-count",
    severity="error",
    says="At inference the same input gives other numbers at {when}, {cause}.",
    why=(
        "A prediction depends on how often the layer was called before. In a compiled call "
        "that memory stands still, after loading it is gone."
    ),
    fix="Keep what changes in a weight, and change it only when `training` is true.",
)


def judge(calls: Calls, source: Source, training: Training | None) -> Iterator[Finding]:
    if calls.repeats or calls.moved:
        return
    changes = [change for change in calls.changes if change.goes_on or calls.settles]
    steady = [change for change in changes if change.call == 2]
    if calls.settles and changes and not _random(training):
        yield RULE.finding(
            line=_line(source, changes[0].attribute),
            when="the second call",
            cause=f"after the first call has set `{changes[0].attribute}`",
        )
    elif steady and not _random(training):
        yield RULE.finding(
            line=_line(source, steady[0].attribute),
            when="each call",
            cause=f"as `{steady[0].attribute}` goes on",
        )


def _line(source: Source, attribute: str) -> int | None:
    return attribute_line(source, attribute) or method_line(source, "call")


def _random(training: Training | None) -> bool:
    return training is not None and bool(training.infer.draws or training.infer.outside)
