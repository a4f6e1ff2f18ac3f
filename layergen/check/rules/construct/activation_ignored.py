"""Rule: an activation is taken and never applied."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored, line_of

RULE = Rule(
    code="LG124",
    name="activation-ignored",
    severity="error",
    says="{argument} is accepted, and the output is the same for every activation",
    why="The layer computes something else than its constructor promises, whatever is asked for.",
    fix="Apply it in call: self.{argument}(outputs), or hand it to the sublayer it is for.",
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in ignored(arguments, source, "activation"):
        yield RULE.finding(line=line_of(source, item.argument), argument=item.argument)
