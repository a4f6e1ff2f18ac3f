"""Rule: two instances have a sublayer or a weight in common."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG109",
    name="shared-between-instances",
    severity="error",
    says="two instances share the {what} {name!r}{place}",
    why=(
        "Training one layer trains the other, and a second model changes the first. A shared sublayer is also built for the sizes "
        "that came first, and fails on others."
    ),
    fix="Make the {what} in __init__ or build, for each instance.",
    explained_by=("LG173",),
)


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None:
        yield NotApplicable("the layer could not be constructed")
        return
    if construction.shared:
        first = construction.shared[0]
        line = attribute_line(source, first.place.rpartition(" ")[2], "__init__") or method_line(
            source, "__init__"
        )
        yield RULE.finding(
            line=line,
            what=first.what,
            name=first.name,
            place=f" ({first.place})" if first.place else "",
        )
