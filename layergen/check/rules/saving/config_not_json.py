"""Rule: the config cannot be written to a file."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG304",
    name="config-not-json",
    severity="error",
    says="the config cannot be written as JSON: {what}",
    why="model.save() fails at the end of a training run, when it is too late to change the class.",
    fix="Put only numbers, strings, lists, dictionaries and serialised Keras objects into the config.",
    explained_by=("LG301",),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    if config.not_json is None:
        return
    bad = [item for item in config.live if not item.serialisable]
    if bad:
        what = ", ".join(f"{item.key} is a {item.type}" for item in bad)
    else:
        what = config.not_json.strip().split("\n")[0]
    yield RULE.finding(line=method_line(source, "get_config", "__init__"), what=what)
