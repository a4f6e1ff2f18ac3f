"""LG610: the gradient at zero is not finite."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG610",
    name="gradient-not-finite-at-zero",
    severity="warning",
    says=(
        "For an input of zeros the output is finite, and the gradient of {names} is NaN or "
        "infinite."
    ),
    why=(
        "Padding and dead units are zeros. One such gradient spoils every weight in that "
        "step; a `where` on the result hides the value and not the slope."
    ),
    fix=(
        "Add a small number under the root or in the denominator, or choose safe values with "
        "`where` before the root, not after it."
    ),
    explained_by=(
        "LG524",
        "LG525",
    ),
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not gradients.inputs:
        yield NotApplicable("no float goes in")
    elif gradients.zero_input:
        line = call_line(source, "sqrt", "norm", "rsqrt", "std", "power", "log") or method_line(
            source, "call"
        )
        yield RULE.finding(
            line=line,
            names=(
                "the input"
                if any(not name.isdigit() for name in gradients.zero_input)
                else "a weight"
            ),
        )
