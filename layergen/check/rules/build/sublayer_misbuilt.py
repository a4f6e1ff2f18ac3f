"""Rule: build gives a sublayer another shape than call does."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG415",
    name="sublayer-misbuilt",
    severity="error",
    says="with {change} the layer fails, and runs when its sublayers are built by the call: {type}: {message}",
    why=(
        "build builds a sublayer on another shape than call hands it. As long as the two sizes happen to be equal nothing "
        "shows; with others the layer cannot be called."
    ),
    fix="Build each sublayer on the output shape of the one before it, as the data flows in call.",
    explained_by=("LG402",),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if not building.own_build:
        yield NotApplicable("the layer has no build of its own")
        return
    seen = building.misbuilt
    if seen is not None and not seen.weight:
        line = method_line(source, "build")
        message = first_line(seen.raised.message)
        yield RULE.finding(line=line, change=seen.change, type=seen.raised.type, message=message)
