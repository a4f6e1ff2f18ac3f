"""LG612: state moves in a training call though the layer is frozen."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, weight_line

RULE = Rule(
    code="LG612",
    name="frozen-state-moves",
    severity="warning",
    says="With trainable=False a call with training=True still changes `{weight}`.",
    why=(
        "Who freezes a layer expects it to stay as it is. Keras's own BatchNormalization "
        "stops moving its statistics then, and fine-tuning relies on that."
    ),
    fix="Assign only where `training and self.trainable`.",
    explained_by=(
        "LG606",
        "LG605",
        "LG517",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not training.train.moved:
        yield NotApplicable("no weight moves in a training call")
    elif training.frozen_moved:
        path = training.frozen_moved[0]
        yield RULE.finding(
            line=call_line(source, "assign", "assign_add", "assign_sub")
            or weight_line(source, path),
            weight=path.rpartition("/")[2],
        )
