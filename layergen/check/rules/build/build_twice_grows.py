"""Rule: building again adds to what the first build left."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG403",
    name="build-twice-grows",
    severity="error",
    says="building a second time changes self.{attribute}: {before} → {after}",
    why=(
        "A layer is built again when it is quantized, unlocked, or given to a model that builds what it holds. What build appends "
        "to is then there twice, and call uses both."
    ),
    fix="Make self.{attribute} afresh in build instead of adding to it.",
    explained_by=("LG309",),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if not building.own_build:
        yield NotApplicable("the layer has no build of its own")
        return
    for growth in building.grown:
        yield RULE.finding(
            line=attribute_line(source, growth.attribute, "build"),
            attribute=growth.attribute,
            before=growth.before,
            after=growth.after,
        )
