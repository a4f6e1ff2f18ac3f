"""LG615: a loss is added at inference and not in training."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG615",
    name="loss-only-at-inference",
    severity="error",
    says="A call leaves {infer} at inference, and {train} in training.",
    why="Training minimises what is there in training: this penalty is counted when the model is evaluated, and never acts.",
    fix="Call `self.add_loss(...)` before `call` returns in training.",
)


def judge(training: Training, source: Source) -> Iterator[Finding | NotApplicable]:
    train, infer = training.losses
    if not (train or infer):
        yield NotApplicable("the layer has no losses")
    elif infer > train and training.takes_training:
        yield RULE.finding(
            line=call_line(source, "add_loss") or method_line(source, "call"),
            infer=_counted(infer),
            train=_counted(train),
        )


def _counted(losses: int) -> str:
    return f"{losses or 'no'} loss{'' if losses == 1 else 'es'}"
