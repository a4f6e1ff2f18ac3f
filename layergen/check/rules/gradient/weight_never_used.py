"""LG601: a trainable weight that nothing reads."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.optional import is_read, left_out
from layergen.check.rules.places import weight_line

RULE = Rule(
    code="LG601",
    name="weight-never-used",
    severity="error",
    says=(
        "The weight `{weight}` changes nothing: neither outputs nor losses, in training nor "
        "at inference."
    ),
    why=(
        "It costs memory, is saved and counted, and never learns; most often a term of the "
        "formula was forgotten, or its result is thrown away."
    ),
    fix="Use `{weight}` in `call`, or do not make it.",
)


def judge(gradients: Gradients, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(one.trainable for one in gradients.weights):
        yield NotApplicable("no trainable weights")
    optional = left_out(source, drive)
    for one in gradients.weights:
        if one.trainable and one.gradient in ("none", "zero") and one.used is False:
            if optional and is_read(source, one.path):
                yield NotApplicable(f"`{one.path}` may be used with `{optional[0]}`")
            else:
                yield RULE.finding(line=weight_line(source, one.path), weight=one.path)
