"""Rule: get_config raises, or returns no dictionary."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG301",
    name="config-raises",
    severity="error",
    says="get_config gives no config: {message}",
    why="Without a config the layer cannot be saved in a model, cloned, or put into a wrapper that copies it.",
    fix="{fix}",
    explained_by=("LG112",),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = config.raised
    if raised is None:
        return
    line = raised.line or method_line(source, "get_config", "__init__")
    if config.own:
        fix = "Return {**super().get_config(), ...} with every constructor argument."
    else:
        fix = "Write get_config: return {**super().get_config(), ...} with every constructor argument, objects serialised."
    message = " ".join(raised.message.strip().partition("\n\n")[0].split()) or raised.type
    yield RULE.finding(line=line, message=f"{raised.type}: {message}", fix=fix)
