"""Rule: objects in the config instead of their descriptions."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG305",
    name="live-object-in-config",
    severity="error",
    says="the config holds {what} instead of plain data",
    why=(
        "from_config in the same process takes the very object, so that two layers share it; from a file it gets a dictionary "
        "instead. What works in one case fails in the other."
    ),
    fix="Serialise it in get_config (keras.saving.serialize_keras_object, initializers.serialize, ...) and read it back.",
    explained_by=("LG301", "LG304"),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    live = [item for item in config.live if item.serialisable]
    if live:
        what = ", ".join(f"a {item.type} as {item.key}" for item in live)
        yield RULE.finding(line=method_line(source, "get_config", "__init__"), what=what)
