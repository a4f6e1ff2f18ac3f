"""LG527: random numbers are drawn at every call with the same integer seed."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import draw_line

RULE = Rule(
    code="LG527",
    name="fixed-noise",
    severity="warning",
    says=(
        "Random numbers are drawn with the {seed} at every call, in training and at "
        "inference: they never change."
    ),
    why=(
        "Where noise is meant, there is none. Where fixed random numbers are meant, they are "
        "drawn again and again, and another backend draws others, so that a model does not "
        "carry over."
    ),
    fix=(
        "For noise use a `keras.random.SeedGenerator`; for fixed numbers a weight with "
        "trainable=False and a random initializer."
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    if training.train.repeated and training.infer.repeated:
        seed = training.infer.repeated[0].replace("integer", "integer seed")
        yield RULE.finding(line=draw_line(source), seed=seed)
