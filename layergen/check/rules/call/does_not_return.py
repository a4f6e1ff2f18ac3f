"""LG591: the layer does not come back from a call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Losses
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG591",
    name="does-not-return",
    severity="error",
    says="The layer did not come back from {step} on a small input: {detail}",
    why="A loop that never ends, or a wait for something that never comes, stops training for good.",
    fix="Look at the loop or the wait on this line; bound it, or use `keras.ops.while_loop` or `keras.ops.scan`.",
    explained_by=("LG590",),
)
FIRST_STEPS = ("import", "drive", "construct", "build", "symbolic", "eager")


def judge(losses: Losses, drive: Drive | None) -> Iterator[Finding | NotApplicable]:
    if drive is not None and drive.raised is not None and drive.raised.type == "TookTooLong":
        yield RULE.finding(line=drive.raised.line, step="a call", detail=drive.raised.message)
        return
    for lost in losses.lost:
        if lost.how == "time" and lost.probe in FIRST_STEPS:
            step = "its import" if lost.probe == "import" else "its first calls"
            yield RULE.finding(line=lost.line, step=step, detail=lost.detail)
            return
