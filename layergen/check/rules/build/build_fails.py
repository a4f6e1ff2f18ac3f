"""Rule: Keras cannot build the layer."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Built, Drive
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG401",
    name="build-fails",
    severity="error",
    says="building the layer raises {type}: {message}",
    why="A layer that cannot be built cannot be called. All inputs that were tried ended in the same exception.",
    fix="Correct build where it raises {type}.",
    explained_by=("LG112", "LG101", "LG105", "LG413", "LG414"),
)


def judge(built: Built, drive: Drive) -> Iterator[Finding | NotApplicable]:
    raised = built.raised
    if raised is None:
        return
    if drive.furthest in ("called", "traced"):
        yield NotApplicable("the layer runs; only building it by tracing failed")
        return
    yield RULE.finding(
        line=raised.line, type=raised.type, message=first_line(raised.message)
    )
