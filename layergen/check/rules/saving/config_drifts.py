"""Rule: the config changes from one round trip to the next."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG308",
    name="config-drifts",
    severity="error",
    says="{key} changes on each round trip: {before} → {after}",
    why="A model that is saved, loaded and saved again is another model each time.",
    fix="Keep the argument as it was given, and derive from it under another name.",
    explained_by=("LG302", "LG305", "LG311"),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    for drift in config.drifted:
        # A value that falls back to the default is lost, which is another rule's finding.
        if not drift.is_default:
            line = attribute_line(source, drift.key, "__init__") or method_line(
                source, "get_config", "__init__"
            )
            yield RULE.finding(
                line=line, key=drift.key, before=drift.before[:80], after=drift.after[:80]
            )
            return
