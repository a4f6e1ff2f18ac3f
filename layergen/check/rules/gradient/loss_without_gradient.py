"""LG642: the losses that a layer adds have no gradient anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import CUTS, call_line, method_line

RULE = Rule(
    code="LG642",
    name="loss-without-gradient",
    severity="error",
    says="What is given to `add_loss` changes with the input, and has no gradient: neither at a weight nor at an input.",
    why="It is shown as part of the loss and minimised by nothing: no weight, of this layer or of one before it, moves by it.",
    fix=(
        "Look between what the loss is made of and `add_loss` for `stop_gradient`, rounding, comparisons, integer casts or NumPy."
    ),
    explained_by=("LG602", "LG603"),
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if gradients.idle_loss:
        line = call_line(source, *CUTS) or call_line(source, "add_loss")
        yield RULE.finding(line=line or method_line(source, "call"))
    elif not gradients.losses:
        yield NotApplicable(
            "the layer adds no losses at inference, and none in training without a gradient"
        )
