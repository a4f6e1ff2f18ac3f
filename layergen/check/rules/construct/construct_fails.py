"""Rule: the layer cannot be constructed, whatever its arguments."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Constructed
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG101",
    name="construct-fails",
    severity="error",
    says="the constructor raises {type}: {message}",
    why="A layer that cannot be made cannot be used. All arguments that were tried ended at the same line of the constructor.",
    fix="Correct the constructor where it raises {type}.",
    explained_by=("LG105",),
)


def judge(constructed: Constructed) -> Iterator[Finding | NotApplicable]:
    raised = constructed.raised
    if raised is not None:
        yield RULE.finding(line=raised.line, type=raised.type, message=raised.message.split("\n")[0])
