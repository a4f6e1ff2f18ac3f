"""LG518: the output is random at inference although the layer knows of training."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.call.always_random import always_trains
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG518",
    name="noise-at-inference",
    severity="error",
    says="With training=False the same input gives other numbers each time{where}.",
    why="Predictions cannot be repeated, and evaluation measures the noise.",
    fix="Do nothing random unless `training` is true, and do not tell sublayers `training=True`.",
    explained_by=(
        "LG517",
        "LG570",
    ),
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    pinned = [one for one in training.handed if one.random and any(one.told_inference)]
    if not (training.infer.noise or training.infer.repeated):
        return
    if always_trains(source):
        yield NotApplicable("`call` fixes the mode of its base class, which is told elsewhere")
    elif not (training.takes_training or pinned):
        yield NotApplicable("the layer does not take training")
    elif training.infer.noise:
        where = f": `{pinned[0].attribute}` is told training=True" if pinned else ""
        yield RULE.finding(line=method_line(source, "call"), where=where)
