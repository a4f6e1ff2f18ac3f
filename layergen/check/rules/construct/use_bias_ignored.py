"""Rule: a bias is there, or not, whatever use_bias says."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Changed, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.ignored import line_of

RULE = Rule(
    code="LG125",
    name="use-bias-ignored",
    severity="error",
    says="{argument}={value} makes the same weights and the same output as {argument}={before}",
    why="use_bias is off where a normalisation follows, or where two implementations are compared; here it changes nothing.",
    fix="Make and add the bias only if self.{argument}, or hand it to the sublayer it is for.",
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in arguments.changed:
        if item.kind != "bool" or not item.argument.endswith("bias") or not item.called:
            continue
        if not {"weights", "output", "training output", "initial values"} & set(item.effects):
            what = "the same weights and the same output as"
        elif _inverted(item):
            what = "more weights than" if item.value == "false" else "fewer weights than"
        else:
            continue
        values = {"argument": item.argument, "value": item.value, "before": item.before}
        yield RULE.finding(line=line_of(source, item.argument), what=what, **values)


def _inverted(item: Changed) -> bool:
    """Whether there are more weights without the bias than with it."""
    before, after = item.counts
    return after > before if item.before == "true" else after < before
