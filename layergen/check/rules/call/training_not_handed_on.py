"""LG516: a sublayer that cares for training is not told."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG516",
    name="training-not-handed-on",
    severity="warning",
    says="In training, the sublayer `{sublayer}` ({type}) is told training={told}.",
    why=(
        "Dropout that never drops, statistics that never move: the layer trains without what "
        "it was built for, and nothing fails."
    ),
    fix=(
        "Call the sublayer itself, `self.{sublayer}(x, training=training)`, not its `call`; "
        "leave `training` out and Keras hands it on."
    ),
    explained_by=(
        "LG517",
        "LG518",
        "LG606",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not training.handed:
        yield NotApplicable("no sublayer takes training")
    for handed in training.handed:
        if not handed.matters or not handed.told_training or any(handed.told_training):
            continue
        yield RULE.finding(
            line=call_line(source, handed.attribute) or method_line(source, "call"),
            sublayer=handed.attribute,
            type=handed.type,
            told=handed.told_training[0],
        )
