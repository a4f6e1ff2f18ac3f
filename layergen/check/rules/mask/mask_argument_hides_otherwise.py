"""LG811: a mask that is given as an argument hides what it should keep, or not all that it should hide."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.evidence.masking import Hidden
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG811",
    name="mask-argument-hides-otherwise",
    severity="warning",
    says="{what}.",
    why=(
        "In Keras a mask is True for what is kept. Who gives this layer the mask that Keras's "
        "own attention takes gets the numbers of the padding."
    ),
    fix=(
        "Keep what is True: `keras.ops.where(mask, scores, low)` before the softmax. Where the "
        "argument means the opposite, say so in its name or silence this rule with a reason."
    ),
    explained_by=("LG802", "LG805"),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    given = [one for one in masking.further if one.given and "attention" in one.name]
    if not given:
        yield NotApplicable("no attention mask is taken as an argument")
    for one in given:
        if one.hidden_matter and one.mask_matters:
            yield RULE.finding(line=method_line(source, "call"), what=_what(one))


def _what(one: Hidden) -> str:
    if one.kept_matter is False:
        return f"`{one.name}` hides the steps where it is True, and keeps the others"
    return f"Steps that `{one.name}` hides change what comes out all the same"
