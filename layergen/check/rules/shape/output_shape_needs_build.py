"""LG211: compute_output_shape of a layer that is not built yet."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG211",
    name="output-shape-needs-build",
    severity="warning",
    says="`compute_output_shape` of a layer that is not built raises {type}: {message}",
    why=(
        "A layer that holds this one asks for its output shape in its own `build`, to build "
        "what comes next. At that time nothing that `build` sets is there."
    ),
    fix="Work the shape out from the constructor's arguments and `input_shape`.",
    explained_by=("LG208",),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    if not sizes.overridden:
        yield NotApplicable("Keras traces the call")
        return
    raised = sizes.direct_raised
    if raised is not None:
        yield RULE.finding(
            line=raised.line or method_line(source, "compute_output_shape"),
            type=raised.type,
            message=first_line(raised.message),
        )
