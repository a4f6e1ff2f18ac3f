"""LG520: random numbers are drawn with an integer seed, so each call draws the same."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import draw_line

RULE = Rule(
    code="LG520",
    name="integer-seed-repeats",
    severity="error",
    says=(
        "In training, random numbers are drawn with the {seed} at each call: every call gives"
        " the same ones."
    ),
    why=(
        "The same features are dropped, the same noise is added at every step. What should "
        "regularise becomes a constant."
    ),
    fix=(
        "Make `self.seed_generator = keras.random.SeedGenerator(seed)` in `__init__`, and "
        "give it as `seed=`."
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if not (training.train.draws or training.infer.draws):
        yield NotApplicable("keras.random is not used")
    elif training.train.repeated and not training.infer.repeated:
        seed = training.train.repeated[0].replace("integer", "integer seed")
        yield RULE.finding(line=draw_line(source), seed=seed)
