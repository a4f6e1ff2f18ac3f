"""LG505: a call keeps a tensor in an attribute."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG505",
    name="tensor-kept-on-layer",
    severity="warning",
    says="A call keeps a tensor in `{attribute}`.",
    why=(
        "After a compiled or symbolic call the attribute holds a tensor of a trace that is "
        "over. Whoever reads it later gets an error that names neither the layer nor the "
        "attribute, and the tensor is kept from being freed."
    ),
    fix=(
        "Return what is wanted outside, make constants in `build` with NumPy, and keep "
        "numbers in a weight."
    ),
    explained_by=(
        "LG509",
        "LG575",
        "LG609",
        "LG904",
    ),
)

# Kept for the steps of one sequence: keras/src/layers/rnn/dropout_rnn_cell.py.
OF_KERAS_CELLS = ("_dropout_mask", "_recurrent_dropout_mask")


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    for change in calls.changes:
        if change.kind == "tensor" and change.attribute not in OF_KERAS_CELLS:
            yield RULE.finding(
                line=attribute_line(source, change.attribute), attribute=change.attribute
            )
