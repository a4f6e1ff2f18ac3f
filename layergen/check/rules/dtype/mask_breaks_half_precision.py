"""LG706: with a mask, half precision fails where it works without."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG706",
    name="mask-breaks-half-precision",
    severity="warning",
    says="Under mixed_float16, {what} when the input carries a mask, and not without one.",
    why=(
        "Masks are turned into numbers of a fixed dtype, or into a constant that float16 "
        "cannot hold: mixed precision works until the first padded batch."
    ),
    fix=(
        "Cast the mask to the dtype of what it meets, and hide scores with a number that "
        "fits, -3e4 in float16, or with `keras.ops.where`."
    ),
    explained_by=(
        "LG702",
        "LG805",
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked or not masking.takes:
        yield NotApplicable(masking.reason or "call takes no mask")
        return
    line = method_line(source, "call")
    if masking.half_raised is not None:
        raised = masking.half_raised
        yield RULE.finding(
            line=raised.line or line,
            what=f"the call raises {raised.type}: {first_line(raised.message)}",
        )
    elif masking.half_wide:
        yield RULE.finding(line=line, what="the output becomes float32")
    elif masking.half_not_finite:
        yield RULE.finding(line=line, what="the output has NaN or infinity in it")
