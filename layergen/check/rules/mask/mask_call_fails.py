"""LG805: the layer fails when its input carries a mask, or when it carries none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Drive, Masking, Raised, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG805",
    name="mask-call-fails",
    severity="error",
    says="{what} raises {type}: {message}",
    why=(
        "After an Embedding with mask_zero, or a Masking layer, every input carries a mask: "
        "the layer cannot stand in such a model."
    ),
    fix=(
        "Take `mask=None` in `call` and `compute_mask(self, inputs, mask=None)`; a mask is "
        "boolean, of shape (batch, steps)."
    ),
)


# Of each query for each key: what hides them has their own shape, as that of keras.layers.Softmax, and is no mask of steps.
OF_SCORES = re.compile(r"score|logit|affinit|similarit")


def judge(masking: Masking, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif _refused(masking.raised):
        yield NotApplicable("the layer takes masks of another kind, and says so itself")
    elif masking.raised is not None and OF_SCORES.search(next(iter(drive.arguments))):
        yield NotApplicable("what hides scores has their own shape")
    else:
        for what, raised in _failures(masking):
            yield RULE.finding(
                line=raised.line or method_line(source, "compute_mask", "call"),
                what=what,
                type=raised.type,
                message=first_line(raised.message),
            )
            return


def _failures(masking: Masking) -> Iterator[tuple[str, Raised]]:
    """What failed with which mask, the first tensor's first."""
    if masking.raised is not None:
        yield "An input that carries a mask", masking.raised
    for one in masking.further:
        if one.raised is not None and not one.given and f"{one.name}_mask" in masking.takes:
            yield f"A mask on `{one.name}`", one.raised
    if masking.compute_raised is not None and masking.overrides:
        yield "`compute_mask` without a mask", masking.compute_raised


def _refused(raised: Raised | None) -> bool:
    """Whether a `raise` of the layer's own explains itself."""
    return (
        raised is not None
        and raised.own
        and raised.type == "ValueError"
        and "mask" in raised.message
    )
