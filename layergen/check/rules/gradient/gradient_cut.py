"""LG602: a trainable weight that matters and gets no gradient."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import CUTS, call_line, weight_line

RULE = Rule(
    code="LG602",
    name="gradient-cut",
    severity="error",
    says="The weight `{weight}` changes the output, and its gradient is {gradient}.",
    why=(
        "The optimizer never moves it: it stays what its initializer made it, while the rest "
        "of the model learns round it."
    ),
    fix=(
        "Look on the way from `{weight}` to the output for `stop_gradient`, rounding, "
        "comparisons, integer casts or NumPy; use a smooth function or a straight-through "
        "one."
    ),
    explained_by=(
        "LG574",
        "LG605",
        "LG021",
    ),
)


WORDS = {"none": "not there at all", "zero": "zero for every input tried"}


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not gradients.float_output:
        yield NotApplicable("nothing that comes out is a float")
        return
    for one in gradients.weights:
        if one.trainable and one.gradient in WORDS and one.used and not one.moved:
            line = call_line(source, *CUTS) or weight_line(source, one.path)
            yield RULE.finding(line=line, weight=one.path, gradient=WORDS[one.gradient])
        elif one.nearly_none:
            line = call_line(source, *CUTS) or weight_line(source, one.path)
            yield RULE.finding(line=line, weight=one.path, gradient="zero but for a few numbers")
