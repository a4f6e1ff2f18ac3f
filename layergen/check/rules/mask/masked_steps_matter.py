"""LG802: what is masked changes what comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG802",
    name="masked-steps-matter",
    severity="error",
    says="Other numbers in masked steps change the output where it is not masked{how}.",
    why="Padding leaks into the result: the same sentence gives other numbers in a longer batch.",
    fix=(
        "Hide masked steps before anything is summed, normalised or compared: "
        "`keras.ops.where(mask[..., None], x, 0)`, or a large negative score before a "
        "softmax. True in a mask means: keep."
    ),
    explained_by=("LG805",),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.takes:
        yield NotApplicable("call takes no mask")
    elif masking.hidden_matter:
        how = "" if masking.mask_matters else ": the mask is not used at all"
        yield RULE.finding(line=method_line(source, "call"), how=how)
