"""Rule: random numbers kept in an array instead of a weight."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG407",
    name="random-array",
    severity="error",
    says="self.{where} holds random numbers in a plain {type}, not in a weight",
    why="They are drawn anew in every process: a loaded model computes with other numbers than the one that was trained.",
    fix="Make it by self.add_weight, with trainable=False if it is not to be learned.",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in building.untracked:
        if item.kind == "array" and item.random:
            head = item.where.split("[")[0].split(".")[0]
            line = attribute_line(source, head, "build") or method_line(source, "build", "__init__")
            yield RULE.finding(line=line, where=item.where, type=item.name)
            return
