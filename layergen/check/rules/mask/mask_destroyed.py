"""LG804: each step is treated by itself, and the mask is lost all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Drive, Masking, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG804",
    name="mask-destroyed",
    severity="warning",
    says="{what}, and the mask does not come out.",
    why="Keras warns once and goes on: every layer after this one takes the padding for data.",
    fix="Set `self.supports_masking = True` in `__init__`.",
)

# What a layer for sequences says of its input, in words or in the names of sizes. A layer that takes anything need not speak of masks.
OF_SEQUENCES = re.compile(
    r"\(\s*(?:batch\w*|None|B|N|b|n|bs)\s*,\s*"
    r"(?:time\w*|\w*steps?|seq\w*|\w*len(?:gth)?|tokens?|frames?|words?|T|L|S|t)\s*,[^(),]+\)"
    r"|\b(?:length|steps|positions?|seq_len\w*|sequence_length|sequences?)\b|\btime[ _]?steps?\b|\b[Ee]ach (?:step|token|frame|word)\b"
)
DECLARED = re.compile(r"supports_masking\s*=\s*False")


def judge(masking: Masking, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    first = next(iter(drive.arguments.values()), None)
    lines = source.text.splitlines()[source.line - 1 : source.end_line]
    text = "\n".join(lines)
    if not masking.asked or not _of_steps(first):
        yield NotApplicable(masking.reason or "no floats with steps go in")
    elif masking.supports or masking.overrides or DECLARED.search(text):
        yield NotApplicable("the layer says what it does with masks")
    elif masking.keeps_steps and masking.mask_matters and _filled(masking, drive):
        what = "`call` takes the mask, the output has the same steps"
        yield RULE.finding(line=method_line(source, "__init__", "call"), what=what)
    elif not OF_SEQUENCES.search(text):
        yield NotApplicable("the layer does not say that it is for sequences")
    elif (
        masking.keeps_steps
        and masking.step_by_step
        and masking.raised is None
        and len(masking.output_shape) in (2, 3)
    ):
        what = "Each step of the output comes from its own step of the input"
        yield RULE.finding(line=method_line(source, "__init__", "call"), what=what)


def _filled(masking: Masking, drive: Drive) -> bool:
    """Whether `call` takes the first tensor's mask where Keras fills it in."""
    first, *others = drive.arguments
    return f"{first}_mask" in masking.takes or ("mask" in masking.takes and not others)


def _of_steps(structure: object) -> bool:
    """Whether it is one tensor of (batch, steps, features)."""
    return (
        isinstance(structure, dict)
        and len(structure.get("shape") or ()) == 3
        and "float" in str(structure.get("dtype", ""))
    )
