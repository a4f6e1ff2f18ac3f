"""LG807: a row that is masked throughout gives NaN or infinity."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG807",
    name="nothing-left",
    severity="warning",
    says="A row whose steps are all masked gives {what}.",
    why=(
        "Empty texts and empty sets occur in every large data set. One NaN spoils every "
        "weight in the next step."
    ),
    fix=(
        "Divide with `keras.ops.divide_no_nan` or by at least one, and use a large finite "
        "number instead of infinity before a softmax."
    ),
    explained_by=("LG802",),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.takes:
        yield NotApplicable("call takes no mask")
    elif masking.nothing_left:
        yield RULE.finding(
            line=method_line(source, "call"),
            what={"nan": "NaN", "inf": "infinity"}[masking.nothing_left],
        )
