"""Rule: weights made before build fit inputs of one size only."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line, weight_line

RULE = Rule(
    code="LG412",
    name="built-for-one-size",
    severity="warning",
    says="{weight} is made in the constructor for inputs of size {size}, which is no argument: another size fails with {type}",
    why="The size belongs to the input, and a layer learns it in build. Here the layer fits one model only.",
    fix="Make the weight in build, from input_shape, or make the size an argument.",
    explained_by=("LG109", "LG173"),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if not building.constructed_weights:
        yield NotApplicable("the constructor makes no weights")
        return
    for item in building.fixed[:1]:
        line = weight_line(source, item.weight) or method_line(source, "__init__")
        yield RULE.finding(line=line, weight=item.weight, size=item.size, type=item.raised.type)
