"""Rule: random weights that start with the same values."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line, weight_line

RULE = Rule(
    code="LG410",
    name="weights-start-equal",
    severity="warning",
    says="{first} and {second} start with the same random values",
    why=(
        "In Keras 3 an initializer object gives the same numbers each time it is called. Weights that share one start as copies, "
        "get the same gradients, and learn the same thing."
    ),
    fix="Give each weight an initializer of its own: by name, or a fresh one made from the config of the other.",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    for first, second in building.same_values[:1]:
        line = weight_line(source, second) or method_line(source, "build", "__init__")
        yield RULE.finding(line=line, first=first, second=second)
