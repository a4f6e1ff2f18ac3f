"""Rule: a regularizer is taken and never applied."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import ignored, line_of, misplaced

RULE = Rule(
    code="LG121",
    name="regularizer-ignored",
    severity="error",
    says="{argument} is accepted, and {what}",
    why=(
        "Training runs without the penalty that was asked for, and nothing says so. The regularizer was given as an object that "
        "reports when it is called, with every switch of the layer on and off; it never was."
    ),
    fix="Hand it on: add_weight(..., regularizer=self.{argument}), or to the sublayer it is for.",
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in ignored(arguments, source, "regularizer"):
        if item.argument != "activity_regularizer" and item.weights:
            yield RULE.finding(
                line=line_of(source, item.argument),
                argument=item.argument,
                what="no loss comes of it",
            )
    for item in misplaced(arguments, "regularizer"):
        what = f"goes to {', '.join(item.reached)} instead of {', '.join(item.missed)}"
        yield RULE.finding(line=line_of(source, item.argument), argument=item.argument, what=what)
