"""LG510: a batch of one row fails, or comes out in another shape."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.contracts import FIXED_BATCH, fixes_batch_size
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import shape_text
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG510",
    name="batch-of-one",
    severity="error",
    says="A batch of one row {outcome}.",
    why=(
        "Predicting a single example is the most common call after training, and the last "
        "batch of an epoch may hold one row."
    ),
    fix="Name the axis in `squeeze`, and divide by nothing that is zero for a single row.",
    explained_by=("LG206", "LG527"),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    rows = calls.rows
    if rows is None:
        yield NotApplicable("the inputs have no batch axis in common")
        return
    if rows.single is not None and fixes_batch_size(source):
        yield NotApplicable(FIXED_BATCH)
        return
    if rows.single is not None:
        outcome = f"raises {rows.single.type}: {first_line(rows.single.message)}"
    elif rows.single_shapes:
        outcome = f"comes out as {', '.join(shape_text(shape) for shape in rows.single_shapes)}"
    elif not rows.single_finite:
        outcome = "comes out as NaN or infinity, in a batch of several it does not"
    elif rows.single_same is False and rows.apart:
        outcome = "gives other numbers than the same row among others"
    else:
        return
    yield RULE.finding(
        line=(rows.single.line if rows.single else None) or method_line(source, "call"),
        outcome=outcome,
    )
