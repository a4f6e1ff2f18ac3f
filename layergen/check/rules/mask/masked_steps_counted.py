"""LG806: masked steps are hidden, and counted all the same."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.evidence.masking import Hidden
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG806",
    name="masked-steps-counted",
    severity="warning",
    says=(
        "With its last steps masked, a row gives other numbers than the same row without "
        "these steps{under}."
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
    line = method_line(source, "call")
    ways: list[Masking | Hidden] = [one for one in masking.further if one.given]
    if masking.asked and masking.takes:
        ways.insert(0, masking)
    ways = [one for one in (*ways, *masking.elsewhere) if one.as_if_shorter is not None]
    if not ways:
        yield NotApplicable(masking.reason or "call takes no mask, or no shorter input")
    counted = [one for one in ways if not (one.as_if_shorter or one.hidden_matter)]
    for one in [one for one in counted if one.mask_matters][:1]:
        under = getattr(one, "under", "")
        yield RULE.finding(line=line, under=f", with {under}" if under else "")
