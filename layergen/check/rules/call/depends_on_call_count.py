"""LG509: the same input gives other numbers at the next call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

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
    changes = [change for change in calls.changes if change.kind != "tensor" or calls.settles]
    steady = [change for change in changes if change.call == 2]
    if calls.settles and changes and not _random(training):
        yield RULE.finding(
            line=attribute_line(source, changes[0].attribute),
            when="the second call",
            cause=f"after the first call has set `{changes[0].attribute}`",
        )
    elif steady and not _random(training):
        yield RULE.finding(
            line=attribute_line(source, steady[0].attribute),
            when="each call",
            cause=f"as `{steady[0].attribute}` goes on",
        )


def _random(training: Training | None) -> bool:
    return training is not None and bool(training.infer.draws or training.infer.outside)
