"""LG207: a size seen by build is kept, though no weight depends on it."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import shape_text
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG207",
    name="length-baked-in",
    severity="warning",
    says=(
        "Built for {size} at {axes} and called with {other}, the layer {outcome}; a fresh "
        "layer takes {other}, and its weights have the same shapes."
    ),
    why=(
        "Weights fit every length, but the length of the first input was kept. The trained "
        "layer then fails on other lengths, or silently reads the numbers in the wrong order."
    ),
    fix=(
        "Take the length from the tensor of each call: `keras.ops.shape(x)`, not "
        "`input_shape` of `build`."
    ),
    explained_by=(
        "LG206",
        "LG502",
        "LG573",
        "LG574",
        "LG576",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    asked = [one for one in sizes.resized if not one.weights_change and one.steps]
    if not asked:
        yield NotApplicable("no axis of steps that may have several lengths")
    for one in asked:
        raised = one.later_raised
        if raised is not None and "incompatible with the layer" not in raised.message:
            outcome, line = f"raises {raised.type}: {first_line(raised.message)}", raised.line
        elif one.later_shapes:
            outcome, line = (
                f"gives {', '.join(shape_text(shape) for shape in one.later_shapes)}",
                None,
            )
        else:
            continue
        yield RULE.finding(
            line=line or method_line(source, "call"),
            size=one.size,
            other=one.other,
            axes=", ".join(one.axes),
            outcome=outcome,
        )
        return
