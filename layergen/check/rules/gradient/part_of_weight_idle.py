"""LG641: some columns or rows of a weight learn, and the others change nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Gradients, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.optional import is_read, left_out
from layergen.check.rules.places import weight_line

RULE = Rule(
    code="LG641",
    name="part-of-weight-idle",
    severity="warning",
    says="Of the weight `{weight}`, {part} change nothing that comes out; the others do.",
    why=(
        "A weight that holds several is cut into parts, and one part is read twice or never: a gate, a bias or a head of "
        "the formula is missing, and what was to be learnt there stays as it started."
    ),
    fix="Look where `{weight}` is split or indexed, and use every part; or make it as large as what is used.",
    explained_by=("LG601", "LG602"),
)


def judge(gradients: Gradients, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(one.trainable for one in gradients.weights):
        yield NotApplicable("no trainable weights")
    optional = left_out(source, drive)
    for one in gradients.weights:
        if one.idle and optional and is_read(source, one.path):
            yield NotApplicable(f"all of `{one.path}` may be used with `{optional[0]}`")
        elif one.idle:
            yield RULE.finding(line=weight_line(source, one.path), weight=one.path, part=one.idle)
