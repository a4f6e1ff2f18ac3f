"""Rule: two weights of one path."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line, weight_line

RULE = Rule(
    code="LG409",
    name="weight-names-collide",
    severity="error",
    says="more than one weight is called {paths}",
    why=(
        "Layouts for several devices, checkpoints by name and reports of gradients go by a weight's path. Two weights of one path "
        "are taken for each other."
    ),
    fix="Give each weight and each sublayer a name of its own.",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if building.same_path:
        line = weight_line(source, building.same_path[0]) or method_line(
            source, "build", "__init__"
        )
        yield RULE.finding(line=line, paths=", ".join(building.same_path))
