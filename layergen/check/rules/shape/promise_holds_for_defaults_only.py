"""LG212: the promised output is right for the arguments of the drive, and wrong for others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.shape.output_dtype_differs import kind
from layergen.check.rules.shape.output_shape_differs import sizes_differ
from layergen.check.rules.structures import (
    call_text,
    leaf_pairs,
    same_structure,
    shape_text,
    structure_text,
)

RULE = Rule(
    code="LG212",
    name="promise-holds-for-defaults-only",
    severity="warning",
    says="For inputs {inputs} {promised} is promised, and {got} comes out.",
    why=(
        "Keras builds the rest of a model from the promise without running the layer. It was "
        "written for some arguments and inputs, and the layer takes others as well."
    ),
    fix="Make `compute_output_shape` follow what `call` does there, or refuse the value in `__init__`.",
    explained_by=("LG203", "LG204", "LG205", "LG501"),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    if not sizes.overridden:
        yield NotApplicable("Keras traces the call")
        return
    for one in sizes.compared:
        if not one.setting or one.promised is None or one.got is None:
            continue
        apart = _apart(one.promised, one.got)
        if apart is not None:
            promised, got = apart
            yield RULE.finding(
                line=method_line(source, "compute_output_shape", "compute_output_spec", "call"),
                inputs=call_text(one.given, one.setting),
                promised=promised,
                got=got,
            )
            return


def _apart(promised: Any, got: Any) -> tuple[str, str] | None:
    """What is promised and what came out, in words, where they are not the same."""
    if not same_structure(promised, got):
        return structure_text(promised), structure_text(got)
    for one, other in leaf_pairs(promised, got):
        shapes = one["shape"], other["shape"]
        if None not in shapes and sizes_differ(*shapes):
            return f"the shape {shape_text(shapes[0])}", shape_text(shapes[1])
        if kind(one["dtype"]) != kind(other["dtype"]):
            return one["dtype"], other["dtype"]
    return None
