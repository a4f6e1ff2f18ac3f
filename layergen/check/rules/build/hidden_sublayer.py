"""Rule: a layer that is used and that Keras does not track."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG408",
    name="hidden-sublayer",
    severity="error",
    says="a {name} is used{where} that is no sublayer of this layer: its weights are nobody's",
    why="Keras finds sublayers in attributes, lists and dictionaries, not in objects, closures or behind its back. Hidden ones are "
    "neither trained nor saved.",
    fix="Assign the sublayer to an attribute of the layer.",
    explained_by=("LG112", "LG109", "LG414"),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in building.untracked:
        if item.kind == "layer" and item.phase != "call":
            head = item.where.split("[")[0].split(".")[0].split(" ")[0]
            line = (
                item.line
                or attribute_line(source, head, "__init__")
                or method_line(source, "__init__")
            )
            where = f" (self.{item.where})" if item.where else ""
            yield RULE.finding(line=line, name=item.name, where=where)
            return
