"""LG604: trainable=False is not honoured."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG604",
    name="trainable-ignored",
    severity="error",
    says="{what}.",
    why=(
        "A frozen layer goes on learning, or one that was thawed stays frozen. Fine-tuning "
        "then changes what it should keep."
    ),
    fix=(
        "Leave `trainable` and the lists of weights to Keras: no property of your own, and no"
        " `self.trainable = ...` in `build` or `call`."
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    line = method_line(
        source, "trainable_weights", "trainable_variables", "trainable"
    ) or attribute_line(source, "trainable", "build")
    if training.forced_trainable:
        weight = training.forced_trainable[0].rpartition("/")[2]
        yield RULE.finding(
            line=line,
            what=f"With trainable=False the weight `{weight}` is still among the trainable ones",
        )
    elif training.stays_frozen:
        yield RULE.finding(
            line=line,
            what="After trainable=False and trainable=True again, weights are missing among the trainable ones",
        )
