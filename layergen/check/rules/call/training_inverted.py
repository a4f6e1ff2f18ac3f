"""LG517: inference behaves like training, and training like inference."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG517",
    name="training-inverted",
    severity="error",
    says="{what} at inference, and not in training.",
    why=(
        "Predictions are disturbed, and training lacks the disturbance that it needs. The "
        "loss looks well, the results are poor."
    ),
    fix="Turn the condition on `training` round.",
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    told = [
        one for one in training.handed if one.matters and one.told_training and one.told_inference
    ]
    if (
        training.infer.noise
        and not training.train.varies
        and not training.train.raised
        and training.takes_training
    ):
        yield RULE.finding(line=method_line(source, "call"), what="The output is random")
    elif (
        training.infer.moved
        and not training.train.moved
        and training.takes_training
        and not training.train.raised
    ):
        yield RULE.finding(line=method_line(source, "call"), what="State moves")
    elif any(not any(one.told_training) and all(one.told_inference) for one in told):
        one = next(one for one in told if not any(one.told_training) and all(one.told_inference))
        yield RULE.finding(
            line=method_line(source, "call"), what=f"`{one.attribute}` is told training=True"
        )
