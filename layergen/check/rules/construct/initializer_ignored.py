"""Rule: an initializer is taken and never used."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored, line_of, misplaced

RULE = Rule(
    code="LG123",
    name="initializer-ignored",
    severity="error",
    says="{argument} is accepted, and {what}",
    why="The weight starts as it always does, whatever is asked for: an experiment with initial values compares nothing.",
    fix="Hand it on: add_weight(..., initializer=self.{argument}), or to the sublayer it is for.",
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in ignored(arguments, source, "initializer"):
        if item.weights:
            yield RULE.finding(
                line=line_of(source, item.argument),
                argument=item.argument,
                what="no weight starts with its values",
            )
    for item in misplaced(arguments, "initializer"):
        what = f"goes to {', '.join(item.reached)} instead of {', '.join(item.missed)}"
        yield RULE.finding(line=line_of(source, item.argument), argument=item.argument, what=what)
