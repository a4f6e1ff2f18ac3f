"""LG506: a call changes what it was given."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG506",
    name="inputs-changed",
    severity="error",
    says="A call changes its input: {what}.",
    why=(
        "The caller's list, dictionary or array is another one afterwards. The next layer "
        "that reads it, or the next step of training, works on wrong data."
    ),
    fix=(
        "Work on a copy, `dict(inputs)` or `list(inputs)`, and build new tensors instead of "
        "writing into old ones."
    ),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    if calls.inputs_changed is not None:
        yield RULE.finding(line=method_line(source, "call"), what=calls.inputs_changed)
