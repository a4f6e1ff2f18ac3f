"""LG617: an optional input changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.optional import left_out
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG617",
    name="optional-input-ignored",
    severity="warning",
    says="Other numbers in `{name}` change nothing that comes out, and no loss.",
    why=(
        "Who gives it believes that the layer looks at it: a context, a start or weights that "
        "are taken and forgotten."
    ),
    fix="Use `{name}` in `call`, or do not take it.",
    explained_by=("LG601", "LG802"),
)


def judge(gradients: Gradients, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    needed = Drive("", {}, {})  # of a drive that gives nothing, everything optional is left out
    optional = {*left_out(source, needed)} & {*drive.arguments}
    if not optional:
        yield NotApplicable("no optional tensor goes in")
    for name in gradients.idle_inputs:
        if name in optional and "mask" not in name:
            yield RULE.finding(line=method_line(source, "call"), name=name)
