"""LG532: float16 gives NaN or infinity for zeros, where float32 does not."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.call.not_finite_in_float16 import WORDS, half_precision
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG532",
    name="not-finite-at-zero-in-float16",
    severity="warning",
    says="Under mixed_float16, zeros as input give {what}; under float32 they do not.",
    why=(
        "float16 rounds 1e-8 to zero, and with it an epsilon that was made for float32. Zeros are not rare: "
        "padding is zeros, and so is much of what comes out of a relu."
    ),
    fix="Choose an epsilon of 1e-4 or more, or compute this part in float32 and cast back.",
    explained_by=("LG524", "LG702"),
)


def judge(precision: Precision, source: Source) -> Iterator[Finding | NotApplicable]:
    half = half_precision(precision)
    if half is None or not precision.zero_finite:
        yield NotApplicable("the layer does not run under mixed_float16, or not on zeros at all")
    elif half.zero and half.finite:
        yield RULE.finding(line=method_line(source, "call"), what=WORDS[half.zero])
