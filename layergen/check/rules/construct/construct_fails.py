"""Rule: the layer cannot be constructed, whatever its arguments."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Constructed, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG101",
    name="construct-fails",
    severity="error",
    says="the constructor raises {type}: {message}",
    why="A layer that cannot be made cannot be used. All arguments that were tried ended at the same line of the constructor.",
    fix="Correct the constructor where it raises {type}.",
    explained_by=("LG105",),
)


def judge(constructed: Constructed, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = constructed.raised
    if raised is None:
        return
    if _refuses(source, raised.line):
        yield NotApplicable("the constructor refuses the arguments that were found for it")
    else:
        yield RULE.finding(line=raised.line, type=raised.type, message=first_line(raised.message))


def _refuses(source: Source, line: int | None) -> bool:
    """Whether the exception comes from a `raise` or an `assert` of the constructor: then the arguments are wrong, not it."""
    guards = [node for node in ast.walk(source.tree) if isinstance(node, ast.Raise | ast.Assert)]
    return any(node.lineno <= (line or 0) <= (node.end_lineno or 0) for node in guards)
