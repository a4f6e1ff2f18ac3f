"""Rule: the base constructor never runs."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG105",
    name="base-constructor-not-reached",
    severity="error",
    says="__init__ ends without calling super().__init__()",
    why=(
        "Without its base constructor a layer has no name, no dtype and no list of weights. Keras refuses to call it, or fails "
        "in a place that does not show why."
    ),
    explained_by=("LG170",),
    fix="Begin __init__ with super().__init__(**kwargs).",
)


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    if not construction.base_ran and (construction.raised is None or construction.early):
        yield RULE.finding(line=method_line(source, "__init__"))
