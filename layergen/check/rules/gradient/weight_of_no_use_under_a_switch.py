"""LG644: a switch that leaves a weight without any use."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import weight_line

RULE = Rule(
    code="LG644",
    name="weight-unused-under-a-switch",
    severity="warning",
    says="With {setting} the weight `{weight}` is made all the same, and changes nothing.",
    why=(
        "It is counted and saved, an optimizer keeps its moments, and a regularizer that it has goes on adding to the loss. "
        "Layers that leave out a term leave out its weights."
    ),
    fix="Make `{weight}` only where the argument asks for it, as keras.layers.Dense does: `self.bias = None` otherwise.",
    explained_by=("LG121", "LG127", "LG128"),
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(one.trainable for one in gradients.weights):
        yield NotApplicable("no trainable weights")
    for setting, path in gradients.unused_under:
        yield RULE.finding(line=weight_line(source, path), setting=setting, weight=path)
