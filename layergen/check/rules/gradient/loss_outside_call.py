"""LG607: a loss is added before the layer is called."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG607",
    name="loss-outside-call",
    severity="error",
    says="`add_loss` has been called before `call` runs.",
    why=(
        "Keras clears losses at each call: this one is gone when training asks for it, and "
        "holds the weights as they were when it was made."
    ),
    fix="Move `self.add_loss(...)` into `call`, or give the weight a regularizer.",
    explained_by=("LG009",),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    if calls.early_losses:
        yield RULE.finding(
            line=call_line(source, "add_loss") or method_line(source, "build", "__init__")
        )
