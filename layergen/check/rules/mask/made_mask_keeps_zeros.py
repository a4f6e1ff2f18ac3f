"""LG812: a mask made of ids is turned round."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG812",
    name="made-mask-keeps-zeros",
    severity="error",
    says="The mask that the layer makes of its ids is True where they are 0, and False everywhere else.",
    why="0 is padding: every layer after this one hides the words and keeps the padding.",
    fix="Return `keras.ops.not_equal(inputs, 0)` from `compute_mask`: True means keep.",
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked or not masking.overrides:
        yield NotApplicable(masking.reason or "the layer makes no masks")
    elif masking.keeps_zeros:
        yield RULE.finding(line=method_line(source, "compute_mask", "call"))
