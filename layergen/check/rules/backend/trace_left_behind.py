"""LG904: after a compiled call the layer holds pieces of the trace, and the next call fails."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG904",
    name="trace-left-behind",
    severity="error",
    says="After a call inside {how} the next call raises {type}: {message}",
    why=(
        "The first call that compiles the layer spoils it for every later one: `fit` and then"
        " `predict`, or two models that share it."
    ),
    fix="Keep no tensors on the layer: make constants in `build` with NumPy, or at each call.",
    explained_by=(
        "LG502",
        "LG206",
    ),
)


def judge(compiled: Compiled, source: Source) -> Iterator[Finding | NotApplicable]:
    if not compiled.ways:
        yield NotApplicable(compiled.skipped)
    for way in compiled.ways:
        if way.after is not None:
            line = attribute_line(source, way.python_state[0]) if way.python_state else None
            yield RULE.finding(
                line=line or way.after.line,
                how=way.how,
                type=way.after.type,
                message=first_line(way.after.message),
            )
            return
