"""LG521: random numbers come from a generator that the layer does not track."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import draw_line

RULE = Rule(
    code="LG521",
    name="untracked-seed",
    severity="error",
    says="Random numbers are drawn from {source_of_seed}.",
    why=(
        "Keras moves and saves only the generators that it finds as attributes. Another one "
        "gives the same numbers in every compiled step or none at all on JAX, and cannot be "
        "reproduced from the layer's seed."
    ),
    fix=(
        "Make `self.seed_generator = keras.random.SeedGenerator(seed)` in `__init__`, and "
        "give it as `seed=`."
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    draws = (*training.train.draws, *training.infer.draws)
    if not draws:
        yield NotApplicable("keras.random is not used")
    elif "untracked" in draws:
        yield RULE.finding(
            line=draw_line(source),
            source_of_seed="a SeedGenerator that is no attribute of the layer",
        )
    elif "global" in draws:
        yield RULE.finding(
            line=draw_line(source), source_of_seed="Keras's global generator, as no seed is given"
        )
