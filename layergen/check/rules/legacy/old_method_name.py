"""LG005: a method under a name that only older versions of Keras call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG005",
    name="old-method-name",
    severity="error",
    says="Keras 3 never calls `{old}`.",
    why="The method is dead code: what it was written for (a shape, a mask, an update) silently does not happen.",
    fix="{advice}",
)

OLD = {
    "get_output_shape_for": ("compute_output_shape", "Rename it to compute_output_shape."),
    "get_output_shape": ("compute_output_shape", "Rename it to compute_output_shape."),
    "compute_output_signature": (
        "compute_output_spec",
        "Write compute_output_spec instead (it takes and returns KerasTensors).",
    ),
    "get_output_mask_for": ("compute_mask", "Rename it to compute_mask."),
    "get_output_mask": ("compute_mask", "Rename it to compute_mask."),
    "get_output": ("call", "Rename it to call, with the inputs as its argument."),
    "get_losses_for": ("call", "Call self.add_loss(...) in call."),
    "get_updates_for": ("call", "Assign to the weights in call: variable.assign(...)."),
    "get_constants": ("call", "Compute the constants in call."),
}


def judge(source: Source) -> Iterator[Finding]:
    own = methods(source)
    for old, (new, advice) in OLD.items():
        if old in own and new not in own:
            yield RULE.finding(line=own[old].lineno, old=old, advice=advice)
