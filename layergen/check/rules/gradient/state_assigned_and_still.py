"""LG643: a state that training calls assign, each time what it holds already."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, weight_line

RULE = Rule(
    code="LG643",
    name="state-assigned-and-still",
    severity="warning",
    says="Training calls assign `{weight}`, and it holds the same after them as before: nothing of the batch comes in.",
    why=(
        "What the layer computes at inference from this state is what the state started as, however long it is trained. "
        "Most often the average is taken of the state and itself, or the new value has a factor of 0."
    ),
    fix="Assign what comes from the batch: `self.{name}.assign(momentum * self.{name} + (1 - momentum) * batch_value)`.",
)


def judge(gradients: Gradients, source: Source) -> Iterator[Finding | NotApplicable]:
    if all(one.trainable for one in gradients.weights):
        yield NotApplicable("no weights that are not trainable")
    for one in gradients.weights:
        if one.still:
            line = call_line(source, "assign", "assign_add") or weight_line(source, one.path)
            name = one.path.rpartition("/")[2]
            yield RULE.finding(line=line, weight=one.path, name=name)
