"""LG201: the call works on arrays and fails on `keras.Input`."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import EagerCall, SymbolicCall
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG201",
    name="symbolic-call-fails",
    severity="error",
    says="{where} with an unknown batch size the call raises {type}: {message}",
    why=(
        "A functional model calls each layer once on symbolic tensors, whose batch size is "
        "not known and whose values do not exist. A layer that fails there cannot be used in "
        "one, nor saved in one."
    ),
    fix=(
        "Take sizes from `keras.ops.shape(x)` instead of `x.shape`, and use `keras.ops` on "
        "tensors; where tracing is impossible, write `compute_output_shape`."
    ),
    explained_by=(
        "LG112",
        "LG502",
        "LG573",
        "LG574",
        "LG576",
        "LG001",
        "LG002",
        "LG005",
        "LG007",
        "LG012",
        "LG014",
        "LG015",
        "LG016",
        "LG021",
        "LG401",
        "LG501",
        "LG208",
        "LG515",
    ),
)


def judge(symbolic: SymbolicCall, eager: EagerCall) -> Iterator[Finding | NotApplicable]:
    raised = symbolic.raised or symbolic.traced
    if eager.raised is not None:
        yield NotApplicable("the call fails on arrays too")
    elif raised is not None:
        where = (
            "On a `keras.Input`"
            if symbolic.raised
            else "In a graph, as `predict` and `fit` make it,"
        )
        yield RULE.finding(
            line=raised.line, where=where, type=raised.type, message=first_line(raised.message)
        )
