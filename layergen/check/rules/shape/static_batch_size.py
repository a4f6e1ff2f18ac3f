"""LG213: `call` takes the batch size for a number."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import OtherRuns, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.source.static_sizes import size_reads

RULE = Rule(
    code="LG213",
    name="static-batch-size",
    severity="warning",
    says="`call` takes the batch size for a number: {written}.",
    why=(
        "It is a number here. In a TensorFlow graph, as `fit` and `predict` make it, `x.shape[0]` is None and "
        "`ops.shape(x)[0]` is a tensor: the layer fails there, or goes on with the number behind an `or`."
    ),
    fix="Let a reshape find the batch with -1, take it from `keras.ops.shape(x)`, and loop with `keras.ops.scan` or not at all.",
    explained_by=("LG201", "LG502", "LG510"),
)


def judge(source: Source, runs: OtherRuns) -> Iterator[Finding | NotApplicable]:
    reads = [read for read in size_reads(source) if read.axis == 0]
    if "tensorflow" in (runs.backend, *runs.others):
        reads = [read for read in reads if read.fallback]
        if not reads:
            yield NotApplicable("TensorFlow's graphs show it by themselves")
    if reads:
        first = reads[0]
        yield RULE.finding(line=first.line, written=f"`{first.written}` of `{first.subject}`")
