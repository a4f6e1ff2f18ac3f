"""LG841: a sublayer makes a mask of ids, and the layer lets it fall."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line
from layergen.check.rules.structures import shape_text

RULE = Rule(
    code="LG841",
    name="inner-mask-dropped",
    severity="warning",
    says="A sublayer makes a mask of the ids, and the output has their steps still, {shape}, without it.",
    why=(
        "`mask_zero=True` says that 0 is padding. What comes after this layer is not told, and takes the padding for data: "
        "sums, and most operations, do not carry a mask on."
    ),
    fix="Hand it on: `def compute_mask(self, inputs, mask=None): return self.embedding.compute_mask(inputs)`.",
    explained_by=("LG801", "LG803", "LG805"),
)


def judge(masking: Masking, source: Source) -> Iterator[Finding | NotApplicable]:
    if not masking.asked:
        yield NotApplicable(masking.reason)
    elif not masking.makes_inside:
        yield NotApplicable("no sublayer makes a mask of ids")
    elif masking.keeps_steps and not masking.bare_mask:
        line = call_line(source, "Embedding") or method_line(source, "call")
        yield RULE.finding(line=line, shape=shape_text(masking.output_shape))
