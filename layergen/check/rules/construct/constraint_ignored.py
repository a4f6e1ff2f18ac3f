"""Rule: a constraint is taken and never applied."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored, line_of, misplaced

RULE = Rule(
    code="LG122",
    name="constraint-ignored",
    severity="error",
    says="{argument} is accepted, and {what}",
    why="Weights leave the range that was asked for while they are trained, and nothing says so.",
    fix="Hand it on: add_weight(..., constraint=self.{argument}), or to the sublayer it is for.",
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in ignored(arguments, source, "constraint"):
        if item.weights:
            yield RULE.finding(
                line=line_of(source, item.argument), argument=item.argument, what="no weight has it"
            )
    for item in misplaced(arguments, "constraint"):
        what = f"goes to {', '.join(item.reached)} instead of {', '.join(item.missed)}"
        yield RULE.finding(line=line_of(source, item.argument), argument=item.argument, what=what)
