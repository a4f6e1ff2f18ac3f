"""LG206: a batch of another size than the first fails, or comes out in another shape."""

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
    code="LG206",
    name="batch-size-baked-in",
    severity="error",
    says="After a first call, a batch of {batch} rows {outcome}.",
    why=(
        "The last batch of an epoch is nearly always smaller, and prediction takes one row at"
        " a time. A layer that keeps the size of a batch fails there, or mixes rows."
    ),
    fix=(
        "Leave the batch axis open: -1 in a reshape, `keras.ops.shape(x)[0]` elsewhere, and "
        "nothing kept from `input_shape[0]`."
    ),
    explained_by=(
        "LG502",
        "LG573",
        "LG904",
    ),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    rows = calls.rows
    if rows is None:
        yield NotApplicable("the inputs have no batch axis in common")
    elif (raised := rows.other or rows.other_training) and fixes_batch_size(source):
        yield NotApplicable(FIXED_BATCH)
    elif raised is not None:
        where = "" if rows.other is not None else " in training"
        yield RULE.finding(
            line=raised.line or method_line(source, "call"),
            batch=rows.batch,
            outcome=f"raises {raised.type}{where}: {first_line(raised.message)}",
        )
    elif rows.other_shapes:
        shapes = ", ".join(shape_text(shape) for shape in rows.other_shapes)
        yield RULE.finding(
            line=method_line(source, "call"), batch=rows.batch, outcome=f"comes out as {shapes}"
        )
