"""LG806: masked steps are hidden, and counted all the same."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG806",
    name="masked-steps-counted",
    severity="warning",
    says=(
        "With its last steps masked, a row gives other numbers than the same row without "
        "these steps."
    ),
    why=(
        "The result depends on the padding: an average is divided by the padded length, a "
        "maximum meets the zeros of hidden steps."
    ),
    fix=(
        "Divide by the number of steps that are kept, and hide masked steps from a maximum "
        "with a large negative number."
    ),
    explained_by=(
        "LG802",
        "LG805",
        "LG809",
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.takes or masking.as_if_shorter is None:
        yield NotApplicable("call takes no mask, or no shorter input")
    elif not masking.as_if_shorter and not masking.hidden_matter and masking.mask_matters:
        yield RULE.finding(line=method_line(source, "call"))
