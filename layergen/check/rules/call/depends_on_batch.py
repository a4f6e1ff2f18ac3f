"""LG507: a row's output depends on the other rows of the batch."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG507",
    name="depends-on-batch",
    severity="warning",
    says="At inference, {what} changes with the other rows of the batch.",
    why=(
        "The same example gets another prediction in another batch, and batches of one differ"
        " from batches of many. It is right only where statistics of the batch are meant."
    ),
    fix=(
        "Reduce over feature or step axes, not over axis 0 or over everything; where the "
        "batch is meant, take moving statistics at inference, or silence this rule with a "
        "reason."
    ),
    explained_by=("LG606", "LG508", "LG206", "LG527", "LG520"),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    rows = calls.rows
    if rows is not None and rows.batchless is not None:
        what = f"the output has no axis for the batch, its shape is {rows.batchless}, and"
        yield RULE.finding(line=method_line(source, "call"), what=what)
    elif rows is None or rows.apart is None:
        yield NotApplicable("no output has one row for each row of the input")
    elif not rows.apart:
        yield RULE.finding(line=method_line(source, "call"), what="the output for one row")
