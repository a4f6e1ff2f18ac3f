"""LG202: a size that no weight depends on may not be unknown."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.contracts import KNOWN_SIZE, asks_for_known_size
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG202",
    name="unknown-length-fails",
    severity="warning",
    says="The call fails when the size of {axes} is not known beforehand: {type}: {message}",
    why=(
        "No weight depends on this size, and arrays of other sizes are taken, but "
        "`keras.Input` with None there fails. Sequences of different lengths then need a "
        "model for each length."
    ),
    fix="Take this size from `keras.ops.shape(x)`, or let a reshape find it with -1.",
    explained_by=(
        "LG201",
        "LG208",
        "LG502",
        "LG573",
        "LG574",
        "LG576",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    asked = [one for one in sizes.resized if not one.weights_change and one.steps]
    if not asked:
        yield NotApplicable("no axis of steps that may have several lengths")
    for one in asked:
        raised = one.unknown_raised
        if asks_for_known_size(raised):
            yield NotApplicable(KNOWN_SIZE)
        elif raised is not None:
            yield RULE.finding(
                line=raised.line,
                axes=", ".join(one.axes),
                type=raised.type,
                message=first_line(raised.message),
            )
            return
