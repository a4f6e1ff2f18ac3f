"""LG704: a sublayer does not get the layer's dtype policy."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import sublayer_line

RULE = Rule(
    code="LG704",
    name="sublayer-without-policy",
    severity="warning",
    says='In a layer made with dtype="mixed_bfloat16" the sublayer {sublayer}.',
    why=(
        "The sublayer computes in the global dtype. Mixed precision and float64 stop at it, "
        "and two dtypes meet in `call`."
    ),
    fix="Hand the policy on where the sublayer is made: `dtype=self.dtype_policy`.",
)


def judge(precision: Precision, source: Source) -> Iterator[Finding | NotApplicable]:
    if precision.given_layers:
        yield NotApplicable("the constructor is given layers, which keep their own policy")
        return
    if precision.strangers:
        name, _, dtype = precision.strangers[0].partition(": ")
        more = len(precision.strangers) - 1
        text = f"`{name}` computes in {dtype}" + (f", and so do {more} more" if more else "")
        yield RULE.finding(line=sublayer_line(source, name), sublayer=text)
