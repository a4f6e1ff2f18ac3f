"""LG810: the layer passes its mask on and mixes masked steps into the others."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG810",
    name="passes-mask-and-mixes",
    severity="warning",
    says=(
        "The mask passes through, and other numbers in masked steps change steps that are not"
        " masked; `call` takes no mask."
    ),
    why=(
        "`supports_masking = True` says that padding is dealt with. Here padding leaks into "
        "the result, and the layers after it believe the mask."
    ),
    fix="Take `mask=None` in `call` and hide masked steps, or do not claim to support masks.",
    explained_by=(
        "LG803",
        "LG805",
    ),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif masking.mask_shape is None:
        yield NotApplicable("no mask comes out")
    elif masking.supports and not masking.takes and masking.hidden_matter:
        yield RULE.finding(
            line=attribute_line(source, "supports_masking", "__init__")
            or method_line(source, "call")
        )
