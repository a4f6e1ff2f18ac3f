"""LG613: a weight whose gradient is zero where it starts, and stays so."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import weight_line

RULE = Rule(
    code="LG613",
    name="stuck-at-start",
    severity="warning",
    says=(
        "The gradient of `{weight}` is zero where the layer starts, and still is after steps "
        "along the other gradients; at other values it is not."
    ),
    why=(
        "Two factors that both start at zero, or a rectifier that starts far below zero, hold"
        " each other there: the weight never learns."
    ),
    fix="Start one of the factors from random numbers, and biases near zero.",
    explained_by=(
        "LG602",
        "LG601",
    ),
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not gradients.float_output or not any(one.trainable for one in gradients.weights):
        yield NotApplicable("no trainable weights, or no float comes out")
        return
    for path in gradients.stuck:
        yield RULE.finding(line=weight_line(source, path), weight=path)
