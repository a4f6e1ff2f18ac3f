"""LG606: weights change in a call with training=False."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, weight_line

RULE = Rule(
    code="LG606",
    name="state-moves-at-inference",
    severity="error",
    says="A call with training=False changes `{weight}`.",
    why=(
        "Predicting changes the model: results depend on what was predicted before, and "
        "evaluation leaks into training."
    ),
    fix="Assign only where `training` is true, and do not tell sublayers `training=True`.",
    explained_by=("LG517",),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    if training.infer.moved:
        path = training.infer.moved[0]
        yield RULE.finding(
            line=call_line(source, "assign", "assign_add", "assign_sub")
            or weight_line(source, path),
            weight=path.rpartition("/")[2],
        )
