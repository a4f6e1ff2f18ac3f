"""LG504: a call changes a Python attribute of the layer."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG504",
    name="python-attribute-changes",
    severity="warning",
    says="Each call changes `{attribute}`: {was} before, {now} after.",
    why=(
        "A compiled step runs the Python of `call` once, when it is traced; after that the "
        "attribute stands still, and nothing saves it."
    ),
    fix=(
        "Make it a weight: `self.add_weight(..., trainable=False)` in `build` and "
        "`.assign(...)` in `call`."
    ),
    explained_by=(
        "LG575",
        "LG509",
        "LG609",
    ),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    for change in calls.changes:
        if change.kind != "tensor" and change.call == 2:
            yield RULE.finding(
                line=attribute_line(source, change.attribute),
                attribute=change.attribute,
                was=change.was,
                now=change.now,
            )
