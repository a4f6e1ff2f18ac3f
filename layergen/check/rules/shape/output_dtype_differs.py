"""LG205: the promised output dtype against the one that comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import call_text, leaf_pairs

RULE = Rule(
    code="LG205",
    name="output-dtype-differs",
    severity="error",
    says="For inputs {inputs} {promised} is promised, and {got} comes out.",
    why=(
        "A `compute_output_shape` makes Keras assume the compute dtype for every output. A "
        "layer after this one then prepares for numbers of another kind: indices are looked "
        "up as floats, masks are multiplied as integers."
    ),
    fix=(
        "Write `compute_output_spec` and return `keras.KerasTensor(shape, dtype={got!r})`, or"
        " cast the output in `call`."
    ),
    explained_by=(
        "LG204",
        "LG515",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding]:
    for one in sizes.compared:
        if one.promised is None or one.got is None or one.setting:
            continue
        for promised, got in leaf_pairs(one.promised, one.got):
            if kind(promised["dtype"]) != kind(got["dtype"]):
                yield RULE.finding(
                    line=method_line(source, "compute_output_spec", "compute_output_shape", "call"),
                    inputs=call_text(one.given),
                    promised=promised["dtype"],
                    got=got["dtype"],
                )
                return


def kind(dtype: str) -> str:
    """The dtype with the width of an integer left out: backends choose that by themselves."""
    return "int" if dtype.startswith(("int", "uint")) else dtype
