"""LG525: some ordinary input gives NaN or infinity."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG525",
    name="not-finite",
    severity="warning",
    says="{values} as input gives {what}.",
    why=(
        "Inputs of this size occur early in training and in data that is not scaled. One such"
        " number spoils every weight in the next step."
    ),
    fix=(
        "Use the stable functions of `keras.ops` (softmax, softplus, logsumexp), take the "
        "maximum away before `exp`, keep `log` and `sqrt` from their edges."
    ),
    explained_by=("LG524",),
)


WORDS = {
    "ordinary": "Numbers around zero",
    "zero": "Zeros",
    "equal": "Equal numbers",
    "large": "Numbers of some hundreds",
    "negative": "Negative numbers",
    "alike": "Tensors that are equal to one another",
}


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    for name, words in WORDS.items():
        if name in calls.not_finite:
            what = {"nan": "NaN", "inf": "infinity"}[calls.not_finite[name]]
            yield RULE.finding(line=method_line(source, "call"), values=words, what=what)
            return
