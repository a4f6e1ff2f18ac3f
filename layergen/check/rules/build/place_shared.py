"""Rule: one sublayer or weight stands in several places of a container."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG416",
    name="place-shared",
    severity="warning",
    says="self.{attribute} holds one and the same {what} {count} times.",
    why=(
        "`[Dense(8)] * 3` makes one layer and three references to it: the stack has the weights of a single layer, and "
        "its arguments for depth or number add nothing that learns."
    ),
    fix="Make one for each place, `[Dense(8) for _ in range(3)]`; where weights are meant to be shared, keep the one and call it several times.",
)


def judge(building: Building, source: Source) -> Iterator[Finding]:
    for one in building.repeated:
        line = attribute_line(source, one.attribute, "__init__")
        yield RULE.finding(line=line, attribute=one.attribute, what=one.what, count=one.count)
