"""LG610: a gradient is not finite, at zero or anywhere, though the outputs are."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG610",
    name="gradient-not-finite",
    severity="warning",
    says=("For {inputs} the output is finite, and the gradient of {names} is NaN or infinite."),
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
    spoiled = gradients.never_finite or gradients.zero_input
    if not gradients.inputs:
        yield NotApplicable("no float goes in")
    elif spoiled:
        line = call_line(source, "sqrt", "norm", "rsqrt", "std", "power", "log") or method_line(
            source, "call"
        )
        yield RULE.finding(
            line=line,
            inputs="ordinary numbers" if gradients.never_finite else "an input of zeros",
            names="the input" if any(not name.isdigit() for name in spoiled) else "a weight",
        )
