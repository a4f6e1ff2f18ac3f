"""LG605: a weight that the call assigns is trainable."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import weight_line

RULE = Rule(
    code="LG605",
    name="state-is-trainable",
    severity="error",
    says="The call assigns `{weight}`, and it is trainable.",
    why=(
        "The optimizer moves it as well as the call: moving averages and counters drift from "
        "what they should hold, and weight decay pulls them to zero."
    ),
    fix="Make it with `self.add_weight(..., trainable=False)`.",
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    for path in training.trainable_moved:
        if "/" not in path:  # a layer that assigns another layer's weight holds it to something
            yield RULE.finding(line=weight_line(source, path), weight=path)
