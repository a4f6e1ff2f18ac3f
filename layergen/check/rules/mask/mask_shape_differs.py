"""LG803: the mask that comes out does not fit the output."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import shape_text

RULE = Rule(
    code="LG803",
    name="mask-shape-differs",
    severity="error",
    says="The output has shape {output}, and its mask {mask}.",
    why="The next layer that uses the mask fails, or hides the wrong steps by broadcasting.",
    fix=(
        "Write `compute_mask` beside the change of shape: return None where the steps are "
        "gone, and shorten the mask as the steps are shortened."
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif masking.mask_shape is None:
        yield NotApplicable("the output carries no mask")
    elif tuple(masking.output_shape[: len(masking.mask_shape)]) != tuple(masking.mask_shape):
        yield RULE.finding(
            line=method_line(source, "compute_mask", "call"),
            output=shape_text(masking.output_shape),
            mask=shape_text(masking.mask_shape),
        )
