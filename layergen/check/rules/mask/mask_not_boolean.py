"""LG808: the mask that comes out is not boolean."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG808",
    name="mask-not-boolean",
    severity="warning",
    says="The mask of the output is {dtype}.",
    why=(
        "Layers combine masks with logical operations and `where`. Numbers in their place "
        "fail on some backends and mean something else on others."
    ),
    fix=(
        'Return a boolean tensor from `compute_mask`: `keras.ops.cast(mask, "bool")` or a '
        "comparison."
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif masking.mask_shape is None:
        yield NotApplicable("the output carries no mask")
    elif masking.mask_dtype != "bool":
        yield RULE.finding(line=method_line(source, "compute_mask"), dtype=masking.mask_dtype)
