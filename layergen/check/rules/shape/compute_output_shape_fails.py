"""LG208: compute_output_shape cannot answer."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.mistakes import is_mistake
from layergen.check.rules.places import inside, method_line
from layergen.check.rules.structures import call_text
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG208",
    name="compute-output-shape-fails",
    severity="error",
    says="`{method}` raises {type} for input shapes {inputs}: {message}",
    why=(
        "Keras asks the class for its output shape instead of tracing it. Where that raises, "
        "no functional model can hold the layer; with None among the sizes it raises for some"
        " models only."
    ),
    fix="Expect None for any size, and treat the shape as a plain tuple.",
    explained_by=("LG016",),
)


METHODS = ("compute_output_shape", "compute_output_spec")


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    if not sizes.overridden:
        yield NotApplicable("Keras traces the call")
        return
    for one in sizes.compared:
        raised = one.symbolic_raised
        if raised is None or not (raised.line is None or inside(source, raised.line, *METHODS)):
            continue
        if one.setting and not is_mistake(raised):
            continue  # the value may be none that the layer takes
        yield RULE.finding(
            line=raised.line or method_line(source, *METHODS),
            method=METHODS[inside(source, raised.line, METHODS[1])],
            type=raised.type,
            inputs=call_text(one.shapes, one.setting),
            message=first_line(raised.message),
        )
        return
