"""LG526: float16 gives NaN or infinity where float32 does not."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG526",
    name="not-finite-in-float16",
    severity="warning",
    says="Under mixed_float16, {values} as input gives {what}; under float32 it does not.",
    why="float16 ends at 65504 and rounds 1e-8 to zero: constants for float32 do not fit into it.",
    fix=(
        "Choose an epsilon of 1e-4 or more and no constant beyond 6e4, or compute this part "
        "in float32 and cast back."
    ),
    explained_by=("LG702",),
)


WORDS = {"nan": "NaN", "inf": "infinity", "zero": "zeros only"}


def judge(precision: Precision, calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    if calls.not_finite:
        yield NotApplicable("float32 gives numbers that are not finite, too")
        return
    half = next(
        (one for one in precision.policies if one.policy == "mixed_float16" and one.raised is None),
        None,
    )
    if half is None:
        yield NotApplicable("the layer does not run under mixed_float16 here")
    elif not half.finite or half.hundreds or half.zero and precision.zero_finite:
        yield RULE.finding(
            line=method_line(source, "call"),
            values=(
                "ordinary numbers"
                if not half.finite
                else "numbers of some hundreds" if half.hundreds else "zeros"
            ),
            what=WORDS.get(half.hundreds or half.zero, "NaN or infinity"),
        )
