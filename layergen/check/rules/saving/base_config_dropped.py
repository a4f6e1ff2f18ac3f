"""Rule: name, dtype or trainable is lost on the round trip."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG306",
    name="base-config-dropped",
    severity="error",
    says="the round trip through the config loses {names}",
    why=(
        "A layer that was frozen, named or run in half precision is loaded as an ordinary one. Fine-tuning then trains what was "
        "frozen, and a model looks for a layer of another name."
    ),
    fix="Begin the config with the base class's: {{**super().get_config(), ...}}, and hand all of it to the constructor.",
    explained_by=("LG102", "LG111", "LG301", "LG303"),
)


def judge(
    config: Config, construction: Construction, source: Source
) -> Iterator[Finding | NotApplicable]:
    if config.raised is not None or config.restored_json is not None:
        yield NotApplicable("there is no round trip to look at")
        return
    if config.base_lost:
        line = method_line(source, "get_config", "__init__")
        yield RULE.finding(line=line, names=", ".join(config.base_lost))
