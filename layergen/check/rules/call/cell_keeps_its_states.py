"""LG537: a cell that hands on a state as it was given."""

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
    says="A step gives back state {states} as it was given.",
    why="Nothing is remembered in it from one step to the next: it is always what the sequence began with.",
    fix="Return the new states beside the output: `return output, [new_state]`.",
    explained_by=("LG501", "LG535"),
)


def judge(calls: Calls, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if len(drive.arguments) < 2:
        yield NotApplicable("the layer is no cell")
    elif calls.kept_states:
        numbers = " and ".join(str(number) for number in calls.kept_states)
        yield RULE.finding(line=method_line(source, "call"), states=numbers)
