"""LG526: float16 gives NaN or infinity where float32 does not."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Precision, Source
from layergen.check.evidence.precision import Policy
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG526",
    name="not-finite-in-float16",
    severity="warning",
    says="Under mixed_float16, {values} as input gives {what}; under float32 it does not.",
    why="float16 ends at 65504: squares of some hundreds and constants for float32 do not fit into it.",
    fix="Choose no constant beyond 6e4, or compute this part in float32 and cast back.",
    explained_by=("LG702",),
)


WORDS = {"nan": "NaN", "inf": "infinity", "zero": "zeros only"}


def judge(precision: Precision, calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    if calls.not_finite:
        yield NotApplicable("float32 gives numbers that are not finite, too")
        return
    half = half_precision(precision)
    if half is None:
        yield NotApplicable("the layer does not run under mixed_float16 here")
    elif not half.finite or half.hundreds:
        yield RULE.finding(
            line=method_line(source, "call"),
            values="numbers of some hundreds" if half.finite else "ordinary numbers",
            what=WORDS.get(half.hundreds, "NaN or infinity"),
        )


def half_precision(precision: Precision) -> Policy | None:
    """What was seen under mixed_float16, where the layer runs there."""
    return next(
        (one for one in precision.policies if one.policy == "mixed_float16" and one.raised is None),
        None,
    )
