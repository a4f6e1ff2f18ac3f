"""Rule: an attribute that Keras keeps its own state in is set to something else."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG112",
    name="keras-attribute-overwritten",
    severity="error",
    says="self.{attribute} is Keras's own: every layer keeps its state there, and the constructor writes over it",
    why=(
        "Keras looks for sublayers, losses or its own switches under this name. Sublayers that are put there have no weights in "
        "the model, and errors far from this line speak of something else."
    ),
    fix="Keep it under a name of the layer's own.",
)


def judge(construction: Construction) -> Iterator[Finding | NotApplicable]:
    for attribute in construction.overwritten:
        yield RULE.finding(line=attribute.line, attribute=attribute.name)
