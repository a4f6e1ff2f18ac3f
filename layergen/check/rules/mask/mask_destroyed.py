"""LG804: each step is treated by itself, and the mask is lost all the same."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG804",
    name="mask-destroyed",
    severity="warning",
    says=(
        "Each step of the output comes from its own step of the input, and the mask does not "
        "come out."
    ),
    why="Keras warns once and goes on: every layer after this one takes the padding for data.",
    fix="Set `self.supports_masking = True` in `__init__`.",
)


def judge(masking: Masking, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    first = repr(next(iter(drive.arguments.values()), None))
    if not masking.asked or "float" not in first:
        yield NotApplicable(masking.reason or "no floats with steps go in")
    elif masking.supports or masking.overrides:
        yield NotApplicable("the layer supports masks")
    elif (
        masking.keeps_steps
        and masking.step_by_step
        and masking.raised is None
        and len(masking.output_shape) in (2, 3)
    ):
        yield RULE.finding(line=method_line(source, "__init__", "call"))
