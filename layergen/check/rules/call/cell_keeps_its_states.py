"""LG537: a cell that hands on the states it was given."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Drive, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG537",
    name="cell-keeps-its-states",
    severity="warning",
    says="The states that come out of a step are those that went in.",
    why="Nothing is remembered from one step to the next: the layer round the cell is no recurrent one.",
    fix="Return the new states beside the output: `return output, [new_state]`.",
    explained_by=("LG501", "LG535"),
)


def judge(calls: Calls, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if len(drive.arguments) < 2:
        yield NotApplicable("the layer is no cell")
    elif calls.keeps_states:
        yield RULE.finding(line=method_line(source, "call"))
