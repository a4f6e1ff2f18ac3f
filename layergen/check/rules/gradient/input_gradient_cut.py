"""LG603: an input that matters and passes no gradient back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import CUTS, call_line, method_line

RULE = Rule(
    code="LG603",
    name="input-gradient-cut",
    severity="warning",
    says="The input `{name}` changes the output, and its gradient is {gradient}.",
    why="Every layer before this one stops learning through it, and nothing says so.",
    fix=(
        "Look for `stop_gradient`, rounding, comparisons, integer casts or NumPy; where the "
        "gradient is meant to end here, silence this rule with a reason."
    ),
    explained_by=(
        "LG602",
        "LG574",
        "LG515",
        "LG021",
    ),
)


WORDS = {
    "none": "not there at all",
    "zero": "zero everywhere",
    "late": "zero everywhere where the layer starts",
    "losses": "that of the losses alone: nothing comes back from the output",
}

# What says which and where is compared, and nothing before it learns.
NO_VARIABLE = re.compile(r"mask|^adj|adjacency|label|target")


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not gradients.float_output or not gradients.inputs:
        yield NotApplicable("no float comes out, or none goes in")
    for one in gradients.inputs if gradients.float_output else ():
        if one.gradient in WORDS and one.used and not NO_VARIABLE.search(one.name.lower()):
            line = call_line(source, *CUTS) or method_line(source, "call")
            yield RULE.finding(line=line, name=one.name, gradient=WORDS[one.gradient])
