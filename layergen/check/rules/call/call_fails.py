"""LG501: the call raises for arrays."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import EagerCall, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG501",
    name="call-fails",
    severity="error",
    says="Calling the layer raises {type}: {message}",
    why=(
        "Keras believes `compute_output_shape` and builds a model from a layer that cannot "
        "run; it fails at the first batch."
    ),
    fix="Make the call work on ordinary arrays: {hint}",
    explained_by=(
        "LG112",
        "LG001",
        "LG002",
        "LG005",
        "LG006",
        "LG007",
        "LG012",
        "LG014",
        "LG015",
        "LG016",
        "LG021",
        "LG100",
        "LG101",
        "LG170",
        "LG171",
        "LG401",
        "LG574",
        "LG573",
        "LG576",
    ),
)


def judge(eager: EagerCall, source: Source) -> Iterator[Finding]:
    raised = eager.raised
    if raised is not None:
        hint = (
            "the error above is raised in this line."
            if raised.own
            else "see what this line hands to the function that raises."
        )
        yield RULE.finding(
            line=raised.line or method_line(source, "call"),
            type=raised.type,
            message=first_line(raised.message),
            hint=hint,
        )
