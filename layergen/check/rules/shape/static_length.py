"""LG214: `call` takes a length that may vary for a number."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import OtherRuns, Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.contracts import KNOWN_SIZE, asks_for_known_size
from layergen.check.source.static_sizes import size_reads

RULE = Rule(
    code="LG214",
    name="static-length",
    severity="warning",
    says="`call` takes the size of {axis} for a number: {written}.",
    why=(
        "No weight depends on this size, and arrays of other sizes are taken. On TensorFlow a `keras.Input` with None there "
        "fails: sequences of different lengths need a model for each length."
    ),
    fix="Take this size from `keras.ops.shape(x)`, let a reshape find it with -1, and loop over it with `keras.ops.scan`.",
    explained_by=("LG201", "LG202", "LG502"),
)


def judge(source: Source, sizes: Sizes, runs: OtherRuns) -> Iterator[Finding | NotApplicable]:
    if "tensorflow" in (runs.backend, *runs.others):
        yield NotApplicable("TensorFlow's graphs show it by themselves")
        return
    vary = {
        axis for one in sizes.resized if one.steps and not one.weights_change for axis in one.axes
    }
    if not vary:
        yield NotApplicable("no axis of steps that may have several lengths")
    if any(asks_for_known_size(one.unknown_raised) for one in sizes.resized):
        yield NotApplicable(KNOWN_SIZE)
        return
    for read in size_reads(source):
        axis = f"{read.subject}[{read.axis}]"
        if axis in vary:
            yield RULE.finding(line=read.line, axis=axis, written=f"`{read.written}`")
            return
