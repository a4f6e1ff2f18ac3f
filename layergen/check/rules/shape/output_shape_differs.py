"""LG203: the promised output shape against the one that comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import call_text, leaf_pairs, shape_text

RULE = Rule(
    code="LG203",
    name="output-shape-differs",
    severity="error",
    says="For inputs {inputs} the shape {promised} is promised, and {got} comes out.",
    why=(
        "Keras builds the rest of a model from the promised shape without running the layer. "
        "Where the promise is wrong, weights of later layers get wrong sizes, or the model "
        "fails only when it is run."
    ),
    fix="Make `{method}` return what `call` returns: here {got}.",
    explained_by=(
        "LG204",
        "LG206",
        "LG501",
    ),
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding]:
    method = "compute_output_shape" if sizes.overridden else "call"
    for one in sizes.compared:
        if one.promised is None or one.got is None or one.setting:
            continue
        for promised, got in leaf_pairs(one.promised, one.got):
            if (
                promised["shape"] is not None
                and got["shape"] is not None
                and sizes_differ(promised["shape"], got["shape"])
            ):
                yield RULE.finding(
                    line=method_line(source, "compute_output_shape", "compute_output_spec", "call"),
                    inputs=call_text(one.given),
                    promised=shape_text(promised["shape"]),
                    got=shape_text(got["shape"]),
                    method=method,
                )
                return


def sizes_differ(promised: list[int | None], got: list[int | None]) -> bool:
    """Whether a promised shape is another than the one that came out; None promises nothing."""
    if len(promised) != len(got):
        return True
    return any(
        one is not None and two is not None and one != two
        for one, two in zip(promised, got, strict=True)
    )
