"""LG801: the layer supports masks, keeps the steps, and lets the mask fall."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import shape_text

RULE = Rule(
    code="LG801",
    name="mask-dropped",
    severity="warning",
    says="The output has the steps of the input still, {shape}, and carries no mask.",
    why=(
        "Layers after this one take the padding for data: averages, attention and the loss "
        "count steps that are not there."
    ),
    fix=(
        "Return the mask from `compute_mask`, or leave `compute_mask` out and let "
        "`supports_masking = True` pass it on."
    ),
    explained_by=("LG805",),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.supports:
        yield NotApplicable("the layer does not support masks")
    elif masking.raised is None and masking.keeps_steps and masking.mask_shape is None:
        yield RULE.finding(
            line=method_line(source, "compute_mask", "call"), shape=shape_text(masking.output_shape)
        )
