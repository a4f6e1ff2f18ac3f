"""LG511: a list is taken and a tuple is not, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG511",
    name="one-kind-of-sequence",
    severity="warning",
    says="A {kind} of tensors raises {type}: {message}",
    why=(
        "Keras hands on lists in some places and tuples in others, after loading for example."
        " A layer that takes one kind only works until then."
    ),
    fix=(
        "Unpack the inputs, `first, second = inputs`, or turn them into a list first; do not "
        "ask for the type."
    ),
    explained_by=("LG006",),
)


def judge(calls: Calls) -> Iterator[Finding | NotApplicable]:
    if not calls.sequence:
        yield NotApplicable("the layer takes no sequence of tensors")
    elif calls.other_sequence is not None:
        raised = calls.other_sequence
        yield RULE.finding(
            line=raised.line,
            kind=calls.sequence,
            type=raised.type,
            message=first_line(raised.message),
        )
