"""LG528: random numbers do not come from keras.random."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG528",
    name="randomness-without-seed",
    severity="warning",
    says="The output is random, and `keras.random` is not asked for numbers.",
    why=(
        "The noise does not follow the layer's seed, is not saved with the model, and ties "
        "the layer to one backend."
    ),
    fix=(
        "Draw with `keras.random` and a `keras.random.SeedGenerator` that is an attribute of "
        "the layer."
    ),
    explained_by=(
        "LG522",
        "LG570",
        "LG020",
        "LG509",
        "LG504",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    for mode in (training.train, training.infer):
        if mode.noise and not mode.draws and not {"NumPy", "Python"} & set(mode.outside):
            yield RULE.finding(line=method_line(source, "call"))
            return
