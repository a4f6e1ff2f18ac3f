"""Rule: a layer cannot be made from its own config."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Config, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG307",
    name="from-config-raises",
    severity="error",
    says="from_config(get_config()) raises {type}: {message}",
    why="A model with this layer can be saved and not loaded: the trained weights are in a file that nobody can open.",
    fix="Let get_config return exactly what the constructor takes, or translate it in from_config.",
    explained_by=("LG102", "LG111", "LG301", "LG302", "LG304", "LG305"),
)


def judge(config: Config, source: Source) -> Iterator[Finding | NotApplicable]:
    if config.raised is not None:
        yield NotApplicable("there is no config")
        return
    raised = config.restored or config.restored_json
    if raised is not None:
        line = raised.line or method_line(source, "from_config", "get_config", "__init__")
        message = first_line(raised.message)
        yield RULE.finding(line=line, type=raised.type, message=message)
