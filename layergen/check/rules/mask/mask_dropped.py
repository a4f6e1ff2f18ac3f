"""LG801: the layer supports masks, keeps the steps, and lets the mask fall."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import shape_text
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG801",
    name="mask-dropped",
    severity="warning",
    says="The output has the steps of the input still, {shape}, and carries no mask.",
    why=(
        "Layers after this one take the padding for data: averages, attention and the loss "
        "count steps that are not there."
    ),
    fix=(
        "Return the mask from `compute_mask`, or leave `compute_mask` out and let "
        "`supports_masking = True` pass it on."
    ),
    explained_by=("LG805",),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.supports:
        yield NotApplicable("the layer does not support masks")
    elif _decides(source):
        yield NotApplicable("its own `compute_mask` says when there is one")
    elif masking.raised is None and masking.keeps_steps and masking.mask_shape is None:
        yield RULE.finding(
            line=method_line(source, "compute_mask", "call"), shape=shape_text(masking.output_shape)
        )


def _decides(source: Source) -> bool:
    """Whether `compute_mask` returns None in one case and a mask in another."""
    method = methods(source).get("compute_mask")
    returned: list[ast.expr | None] = []
    for node in ast.walk(method) if method else ():
        if isinstance(node, ast.Return):
            value = node.value
            returned += [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
    nothing = [
        one is None or isinstance(one, ast.Constant) and one.value is None for one in returned
    ]
    return any(nothing) and not all(nothing)
