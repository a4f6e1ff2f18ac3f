"""LG522: random numbers come from outside Keras, and stand still in a compiled call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled, Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line

RULE = Rule(
    code="LG522",
    name="randomness-outside-keras",
    severity="error",
    says="{what}.",
    why=(
        "A compiled step runs Python once: NumPy's and Python's random numbers are drawn "
        "then, and are constants in every later step."
    ),
    fix=(
        "Draw with `keras.random` and a `keras.random.SeedGenerator` that is an attribute of "
        "the layer."
    ),
    explained_by=(
        "LG570",
        "LG521",
        "LG520",
    ),
)


def judge(training: Training, source: Source, compiled: Compiled | None) -> Iterator[Finding]:
    outside = [
        name
        for name in (*training.train.outside, *training.infer.outside)
        if name in ("NumPy", "Python")
    ]
    frozen = [way.how for way in (compiled.ways if compiled else ()) if way.frozen_noise]
    line = call_line(
        source, "random", "normal", "uniform", "rand", "randn", "randint", "choice", "binomial"
    )
    if outside:
        yield RULE.finding(
            line=line, what=f"The call draws from {outside[0]}'s own random generator"
        )
    elif frozen:
        yield RULE.finding(
            line=line, what=f"The noise of training is the same in every call of a `{frozen[0]}`"
        )
