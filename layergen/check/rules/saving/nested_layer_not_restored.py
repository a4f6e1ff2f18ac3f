"""Rule: a nested layer comes back as something else."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG311",
    name="nested-layer-not-restored",
    severity="error",
    says="after the round trip self.{attribute} is a {type}, not a layer",
    why="The layer can be made from its config and cannot be called: the nested layer is still its description.",
    fix="Read it back in from_config: keras.saving.deserialize_keras_object(config[...]).",
    explained_by=("LG301", "LG304", "LG305"),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in config.unrestored:
        line = method_line(source, "from_config", "get_config", "__init__")
        yield RULE.finding(line=line, attribute=item.attribute, type=item.type)
