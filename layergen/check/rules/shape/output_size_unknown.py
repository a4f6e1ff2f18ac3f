"""LG209: a size that is fixed comes out of a trace as None."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import leaf_pairs, shape_text

RULE = Rule(
    code="LG209",
    name="output-size-unknown",
    severity="warning",
    says=(
        "A symbolic call cannot tell the output's shape: {promised} is known, and {got} comes"
        " out."
    ),
    why=(
        "Layers that need the size to make their weights, a Dense after this one for example,"
        " cannot be built on an unknown one."
    ),
    fix=(
        "Write `compute_output_shape`, or use Python numbers where the size is known when the"
        " model is built."
    ),
    explained_by=(
        "LG203",
        "LG204",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding]:
    for one in sizes.compared[:1]:
        if one.promised is None or one.got is None:
            continue
        for promised, got in leaf_pairs(one.promised, one.got):
            if promised["shape"] is None or None in promised["shape"][1:]:
                yield RULE.finding(
                    line=method_line(source, "compute_output_shape", "compute_output_spec", "call"),
                    promised=shape_text(promised["shape"]),
                    got=shape_text(got["shape"]),
                )
                return
