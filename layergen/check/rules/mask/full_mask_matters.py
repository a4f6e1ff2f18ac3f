"""LG809: a mask that hides nothing changes the output."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG809",
    name="full-mask-matters",
    severity="error",
    says="With a mask that hides nothing, the output is another than without a mask.",
    why="The same data gives other numbers depending on whether an Embedding before has mask_zero.",
    fix="Let the branch with a mask compute what the other computes when every step is kept.",
    explained_by=(
        "LG802",
        "LG805",
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.takes:
        yield NotApplicable("call takes no mask")
    elif masking.all_true_same is False:
        yield RULE.finding(line=method_line(source, "call"))
