"""LG618: one of several inputs changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.optional import left_out
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG618",
    name="input-ignored",
    severity="warning",
    says="Other numbers in `{name}` change nothing that comes out, and no loss.",
    why="It is asked for, and the layer computes without it: a term was lost, or multiplied by zero.",
    fix="Use `{name}` in `call`, or do not take it.",
    explained_by=("LG501", "LG545", "LG601", "LG602", "LG617", "LG802"),
)


def judge(gradients: Gradients, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if "shape" in next(iter(drive.arguments.values())) and len(drive.arguments) == 1:
        yield NotApplicable("one tensor goes in")
    optional = left_out(source, Drive("", {}, {}))
    for name in gradients.idle_inputs:
        first = name.partition("[")[0]
        if "mask" not in name and "state" not in name and first not in optional:
            yield RULE.finding(line=method_line(source, "call"), name=name)
