"""Rule: using an instance changes data that stands on the class."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG110",
    name="class-state-changes",
    severity="warning",
    says="making or calling an instance changes {attribute} on the class: {before} → {after}",
    why=(
        "State on the class belongs to all instances, lives as long as the process, and is in no file. What a layer does then "
        "depends on which layers were made before it."
    ),
    fix="Keep {attribute} on the instance: set it in __init__.",
    explained_by=("LG109", "LG173"),
)


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    for change in construction.class_changes:
        yield RULE.finding(
            line=attribute_line(source, change.attribute),
            attribute=change.attribute,
            before=change.before[:60],
            after=change.after[:60],
        )
