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
    says="The output has shape {output}, and its mask {mask}{where}.",
    why="The next layer that uses the mask fails, or hides the wrong steps by broadcasting.",
    fix=(
        "Write `compute_mask` beside the change of shape: return None where the steps are "
        "gone, and shorten the mask as the steps are shortened."
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif masking.mask_shape is None and not masking.further:
        yield NotApplicable("the output carries no mask")
    seen = [(masking.output_shape, masking.mask_shape, "")]
    seen += [
        (one.output_shape, one.mask_shape, f", where only `{one.name}` carries one")
        for one in masking.further
        if not one.given
    ]
    for output, mask, where in seen:
        if mask is not None and tuple(output[: len(mask)]) != tuple(mask):
            yield RULE.finding(
                line=method_line(source, "compute_mask", "call"),
                output=shape_text(output),
                mask=shape_text(mask),
                where=where,
            )
            return
