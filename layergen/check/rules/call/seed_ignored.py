"""LG523: the same seed argument does not give the same random numbers."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG523",
    name="seed-ignored",
    severity="error",
    says="Two layers with {what}.",
    why="An experiment cannot be repeated by its seed, though the layer takes one.",
    fix="Give the seed to the layer's `SeedGenerator`, and to each random sublayer.",
    explained_by=(
        "LG520",
        "LG521",
        "LG522",
        "LG527",
        "LG528",
        "LG570",
        "LG517",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    if training.seeded is None:
        yield NotApplicable("the layer takes no seed, or nothing in it is random")
    elif not training.seeded:
        yield RULE.finding(
            line=method_line(source, "__init__"),
            what="the same seed and the same weights draw different random numbers",
        )
    elif training.seeds_differ is False:
        yield RULE.finding(
            line=method_line(source, "__init__"),
            what="different seeds draw the same random numbers",
        )
