"""LG210: the promised shape is right for one number of axes only."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, EagerCall, Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import call_text, leaf_pairs, leaves, shape_text

RULE = Rule(
    code="LG210",
    name="output-shape-differs-at-other-rank",
    severity="warning",
    says="For inputs {inputs} the shape {promised} is promised, and {got} comes out.",
    why=(
        "The layer takes inputs with more axes than one, and its promise is written for one "
        "number of them."
    ),
    fix=(
        "Make `compute_output_shape` keep every axis that `call` keeps, `(*input_shape[:-1], "
        "units)` for example; or set `self.input_spec = keras.layers.InputSpec(ndim=...)`."
    ),
    explained_by=(
        "LG203",
        "LG204",
        "LG206",
    ),
)


def judge(
    sizes: Sizes, source: Source, drive: Drive, called: EagerCall
) -> Iterator[Finding | NotApplicable]:
    one = sizes.other_rank
    if one is None:
        yield NotApplicable("no shape is promised, or no other number of axes is taken")
        return
    if not _keeps_axes(drive, called):
        yield NotApplicable(
            "the layer does not go through the last axis alone: its number of axes is its own"
        )
        return
    for promised, got in leaf_pairs(one.promised, one.got):
        if promised["shape"] is None or got["shape"] is None:
            continue
        pairs = zip(promised["shape"], got["shape"], strict=False)
        if len(promised["shape"]) != len(got["shape"]) or any(
            a is not None and a != b for a, b in pairs
        ):
            yield RULE.finding(
                line=method_line(source, "compute_output_shape", "compute_output_spec"),
                inputs=call_text(one.given),
                promised=shape_text(promised["shape"]),
                got=shape_text(got["shape"]),
            )
            return


def _keeps_axes(drive: Drive, called: EagerCall) -> bool:
    """Whether an output has every axis of the first input but the last: what does so may be meant for any number of them."""
    first = next(iter(leaves(drive.arguments)), None)
    if first is None:
        return False
    kept = list(first["shape"][:-1])
    return any(list(leaf["shape"] or ())[: len(kept)] == kept for leaf in leaves(called.outputs))
