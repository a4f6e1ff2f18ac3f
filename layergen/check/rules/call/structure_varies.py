"""LG530: training and inference give outputs of different structure."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source, Training
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import leaf_pairs, same_structure, shape_text, structure_text

RULE = Rule(
    code="LG530",
    name="structure-varies",
    severity="error",
    says="With training=True {training} comes out, and with training=False {inference}.",
    why=(
        "A functional model fixes the structure when it is built. In the other mode it takes "
        "the wrong tensor, or fails."
    ),
    fix="Return the same tensors in both modes; leave out nothing.",
)


def judge(training: Training, source: Source) -> Iterator[Finding]:
    one, two = training.structures
    if one is not None and two is not None and not same_structure(one, two):
        yield RULE.finding(
            line=method_line(source, "call"),
            training=structure_text(one),
            inference=structure_text(two),
        )
        return
    for first, second in leaf_pairs(one, two):
        if first["dtype"] != second["dtype"] or first["shape"] != second["shape"]:
            yield RULE.finding(
                line=method_line(source, "call"),
                training=f"{shape_text(first['shape'])} {first['dtype']}",
                inference=f"{shape_text(second['shape'])} {second['dtype']}",
            )
            return
