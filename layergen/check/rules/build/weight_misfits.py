"""Rule: a weight has the size of one axis where another one meets it."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line, weight_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG417",
    name="weight-misfits",
    severity="warning",
    says="with {change} the layer fails, and runs if {weight} is made for the other of the two sizes: {type}: {message}",
    why=(
        "build takes the size of the weight from an axis that only happens to be as long as the one that it meets in call. With "
        "inputs of different widths the layer cannot be called."
    ),
    fix="Take each size of {weight} from the input that call multiplies it with.",
    explained_by=("LG402", "LG415"),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if not building.own_build:
        yield NotApplicable("the layer has no build of its own")
        return
    seen = building.misbuilt
    if seen is not None and seen.weight:
        yield RULE.finding(
            line=weight_line(source, seen.weight) or method_line(source, "build"),
            change=seen.change,
            weight=seen.weight,
            type=seen.raised.type,
            message=first_line(seen.raised.message),
        )
