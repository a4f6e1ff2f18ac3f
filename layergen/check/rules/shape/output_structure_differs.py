"""LG204: one tensor, a list or a dictionary is promised, and something else comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import call_text, same_structure, structure_text

RULE = Rule(
    code="LG204",
    name="output-structure-differs",
    severity="error",
    says="For inputs {inputs} {promised} is promised, and {got} comes out.",
    why=(
        "Keras unpacks the output of a symbolic call by the promised structure. A model that "
        "is built on it takes the wrong tensor, or fails when it is run."
    ),
    fix=(
        "Make `compute_output_shape` return one shape for each tensor that `call` returns, "
        "nested in the same way."
    ),
    explained_by=(
        "LG515",
        "LG501",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding]:
    for one in sizes.compared:
        if one.promised is None or one.got is None or one.setting:
            continue
        promised, got = structure_text(one.promised), structure_text(one.got)
        if not same_structure(one.promised, one.got):
            yield RULE.finding(
                line=method_line(source, "compute_output_shape", "compute_output_spec", "call"),
                inputs=call_text(one.given),
                promised=promised,
                got=got,
            )
            return
