"""Rule: the class is not registered with Keras."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG310",
    name="not-registered",
    severity="warning",
    says="{name} is not registered: a file that holds it opens only with custom_objects",
    why="Keras looks a class up by the name under which it was registered. Whoever loads the model has to know the class by hand.",
    fix='Write @keras.saving.register_keras_serializable(package="...") above the class.',
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    if not config.registered:
        yield RULE.finding(line=source.line, name=source.class_name)
