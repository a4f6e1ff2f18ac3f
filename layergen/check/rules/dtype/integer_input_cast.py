"""LG705: integer inputs lose digits in half precision."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG705",
    name="integer-input-cast",
    severity="error",
    says="In bfloat16 the ids {ids} come out the same; in float32 they do not.",
    why=(
        "Ids pass through the compute dtype, which holds whole numbers up to 256 only in "
        "bfloat16 and up to 2048 in float16: under mixed precision most of a vocabulary falls"
        " together."
    ),
    fix=(
        'Keep ids in an integer dtype: `keras.ops.cast(x, "int32")` before looking up or '
        "comparing."
    ),
)


def judge(precision: Precision, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if precision.ids_collide:
        yield RULE.finding(
            line=call_line(source, "cast") or method_line(source, "call"), ids=precision.ids_collide
        )
    elif "'dtype': 'int" not in repr(drive.arguments):
        yield NotApplicable("no integers go in")
