"""LG545: weights are made for every tensor of a list, and the tensors behind the first few are not read."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Drive, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG545",
    name="tensor-of-list-unread",
    severity="error",
    says="Given a list of {given} tensors the layer makes its weights for {given}, and tensor number {given} changes nothing.",
    why=(
        "The layer takes lists of any length: its weights grow with the list. But the call reads a fixed number of them, so "
        "that the others, and their weights, drop out without a word."
    ),
    fix="Go over the whole list in `call`: `for x in inputs`; or refuse lists of another length in `build`.",
)


def judge(calls: Calls, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(isinstance(tensors, list) for tensors in drive.arguments.values()):
        yield NotApplicable("no input is a list of tensors")
    elif calls.reads_only is not None:
        yield RULE.finding(line=method_line(source, "call"), given=calls.reads_only + 1)
