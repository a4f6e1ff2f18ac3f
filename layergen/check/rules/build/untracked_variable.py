"""Rule: variables that Keras does not know of."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG406",
    name="untracked-variable",
    severity="error",
    says="{what} is not among the layer's weights",
    why="It is not trained, not saved, not counted and not moved to another device: Keras knows only what it can find.",
    fix="Make it by self.add_weight and keep it in an attribute, a list or a dictionary of the layer.",
    explained_by=("LG112", "LG109", "LG408", "LG414"),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    found = [
        item
        for item in building.untracked
        if item.kind in ("variable", "foreign") and not item.owner
    ]
    for item in found:
        if item.phase == "call":
            continue  # made anew at each call: another rule's finding
        place = f"self.{item.where}" if item.where else f"variable {item.name!r}"
        what = f"{place} (a {item.name} of the backend)" if item.kind == "foreign" else place
        line = item.line or attribute_line(source, item.where.split("[")[0].split(".")[0], "build")
        yield RULE.finding(line=line or method_line(source, "build", "__init__"), what=what)
        return
