"""Rule: building or calling the layer changes its config, and so the layer that is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line, method_line

RULE = Rule(
    code="LG309",
    name="config-changes-on-build",
    severity="error",
    says="building the layer changes {key} in its config: {before} → {after}, and the config then makes another layer",
    why="The file describes a layer that is built once more than the one that was trained; its weights do not fit.",
    fix="Do not assign to self.{key} in build or call; keep what is derived under another name.",
    explained_by=("LG308",),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    if config.build_matters and config.changed_by_build:
        change = config.changed_by_build[0]
        line = attribute_line(source, change.key, "build") or method_line(source, "build", "call")
        yield RULE.finding(
            line=line, key=change.key, before=change.before[:80], after=change.after[:80]
        )
