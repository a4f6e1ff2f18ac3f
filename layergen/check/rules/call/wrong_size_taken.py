"""LG513: an input of another size than the weights were made for is taken."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG513",
    name="wrong-size-taken",
    severity="warning",
    says="Built for {size} at {axes}, the layer takes {other} there without a word.",
    why=(
        "The numbers are stretched over the weights by broadcasting. A mistake in the data or"
        " in the model before goes unseen."
    ),
    fix=(
        "Set `self.input_spec = keras.layers.InputSpec(axes={{-1: input_shape[-1]}})` at the "
        "end of `build`."
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    asked = [one for one in sizes.resized if one.weights_change and one.last]
    if not asked:
        yield NotApplicable("no weight depends on the number of features")
    for one in asked:
        if one.stretched or sizes.wrong_size_taken:
            yield RULE.finding(
                line=method_line(source, "build", "__init__"),
                size=one.size,
                axes=", ".join(one.axes),
                other=1 if one.stretched else one.other,
            )
            return
