"""LG802: what is masked changes what comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Masking, Source
from layergen.check.evidence.masking import Hidden
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG802",
    name="masked-steps-matter",
    severity="error",
    says="Other numbers in masked steps{of} change the output where it is not masked{how}.",
    why="Padding leaks into the result: the same sentence gives other numbers in a longer batch.",
    fix=(
        "Hide masked steps before anything is summed, normalised or compared: "
        "`keras.ops.where(mask[..., None], x, 0)`, or a large negative score before a "
        "softmax. True in a mask means: keep."
    ),
    explained_by=("LG803", "LG805"),
)


def judge(masking: Masking, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    line = method_line(source, "call")
    first = next(iter(drive.arguments), "")
    ways = [(one, _told(one, masking, first)) for one in masking.further]
    if masking.asked and masking.takes and masking.hidden_matter:
        how = "" if masking.mask_matters else ": the mask is not used at all"
        if masking.mask_matters and masking.kept_matter is False:
            how = ": it hides where the mask is True"
        yield RULE.finding(line=line, of="", how=how)
    elif not (masking.asked and masking.takes or any(told for _, told in ways)):
        yield NotApplicable(masking.reason or "call takes no mask")
    for one, told in ways:
        if told and one.hidden_matter and not (one.given and one.mask_matters):
            how = "" if one.mask_matters else f": `{told}` is not used at all"
            yield RULE.finding(line=line, of="" if one.given else f" of `{one.name}`", how=how)
    if masking.hidden_matter or any(one.hidden_matter for one in masking.further):
        return  # said already
    for one in [one for one in masking.elsewhere if one.hidden_matter][:1]:
        if not (one.given and one.mask_matters):
            yield RULE.finding(line=line, of="", how=f", with {one.under}")


def _told(one: Hidden, masking: Masking, first: str) -> str:
    """The argument of `call` that takes this mask, if any does; a `mask` that is the first tensor's is no other's."""
    if one.given:
        return one.name
    taken = one.name != first and masking.asked and masking.mask_matters
    names = [f"{one.name}_mask", *([] if taken else ["mask"])]
    return next((name for name in names if name in masking.takes), "")
