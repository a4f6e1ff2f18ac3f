"""LG209: a size that is fixed comes out of a trace as None."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from layergen.check.evidence import Calls, Sizes, Source
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


def judge(sizes: Sizes, calls: Calls, source: Source) -> Iterator[Finding]:
    others = calls.rows.shapes if calls.rows else ()
    for one in sizes.compared[:1]:
        if one.promised is None or one.got is None:
            continue
        pairs = leaf_pairs(one.promised, one.got)
        for number, (promised, got) in enumerate(pairs):
            other = others[number] if len(others) == len(pairs) else got["shape"]
            if promised["shape"] is None or _unknown(promised["shape"], got["shape"], other):
                yield RULE.finding(
                    line=method_line(source, "compute_output_shape", "compute_output_spec", "call"),
                    promised=shape_text(promised["shape"]),
                    got=shape_text(got["shape"]),
                )
                return


def _unknown(promised: Sequence[int | None], got: Sequence[int], other: Sequence[int]) -> bool:
    """Whether an axis is unknown that is not as long as the batch, the first one apart. `other`: the shape for another batch."""
    axes = list(zip(promised, got, other, strict=True))[1:] if len(promised) == len(got) else []
    return any(one is None and size == again for one, size, again in axes)
