"""LG707: ids that are given as floats lose digits in half precision."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG707",
    name="float-ids-cast",
    severity="warning",
    says="Under mixed_bfloat16 the ids {ids}, given as floats, come out the same; as integers they do not.",
    why=(
        "`keras.Input` and files of numbers give float32, and Keras casts floats to the compute dtype before "
        "`call`: the cast to integers comes too late."
    ),
    fix=(
        "Set `self.autocast = False` in the constructor, as `keras.layers.Embedding` does, and cast the result to "
        "`self.compute_dtype`."
    ),
)


def judge(precision: Precision, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    if precision.floats_collide:
        yield RULE.finding(
            line=call_line(source, "cast") or method_line(source, "call"),
            ids=precision.floats_collide,
        )
    elif "'dtype': 'int" not in repr(drive.arguments):
        yield NotApplicable("no integers go in")
