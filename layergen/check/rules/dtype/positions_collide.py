"""LG708: positions are counted in half precision."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG708",
    name="positions-collide",
    severity="warning",
    says="Under mixed_bfloat16 the steps {steps} are given one and the same position; under float32 they are not.",
    why="bfloat16 holds whole numbers up to 256 and float16 up to 2048: far steps of a sequence cannot be told apart.",
    fix="Count in integers or in float32, and cast what is computed of it: `keras.ops.cast(angle, self.compute_dtype)`.",
    explained_by=("LG702",),
)


def judge(precision: Precision, source: Source) -> Iterator[Finding]:
    if precision.positions_collide:
        line = call_line(source, "arange", "linspace", "cumsum") or method_line(source, "call")
        yield RULE.finding(line=line, steps=precision.positions_collide)
