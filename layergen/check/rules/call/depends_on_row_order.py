"""LG508: the order of the rows in a batch matters."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG508",
    name="depends-on-row-order",
    severity="error",
    says=(
        "At inference, the rows of a batch in another order do not give the same outputs in "
        "that order."
    ),
    why=(
        "Batches are shuffled. Numbers of one example end up in the output of another, and no"
        " later layer can put that right."
    ),
    fix="Look for an operation along axis 0, or a reshape or transpose that moves the batch axis.",
    explained_by=("LG206", "LG527", "LG520"),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    if calls.rows is None or calls.rows.order_kept is None:
        yield NotApplicable("no output has one row for each row of the input")
    elif not calls.rows.order_kept:
        yield RULE.finding(line=method_line(source, "call"))
