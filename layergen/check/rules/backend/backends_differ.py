"""LG907: another backend gives other numbers with the same weights."""

from __future__ import annotations

import math
from collections.abc import Iterator

from layergen.check.evidence import Drive, OtherRuns, Reference, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG907",
    name="backends-differ",
    severity="error",
    says="With the same weights and inputs, {mine} gives {got} where {other} gives {expected}.",
    why="A model trained on one backend and served on another predicts something else.",
    fix=(
        "Use `keras.ops` only, name every dtype and axis that a backend might choose by "
        "itself, and do not rely on the order of equal elements."
    ),
    explained_by=(
        "LG518",
        "LG519",
        "LG521",
        "LG522",
        "LG527",
    ),
)


ORDER = ("tensorflow", "jax", "torch")


def judge(
    reference: Reference, runs: OtherRuns, drive: Drive, source: Source
) -> Iterator[Finding | NotApplicable]:
    others = [
        name
        for name in ORDER[: ORDER.index(runs.backend)]
        if _comparable(reference, drive, runs.others.get(name, {}))
    ]
    if not others:
        yield NotApplicable("no other backend gave numbers to compare with")
        return
    theirs = runs.others[others[0]][Reference]
    for mine, other in zip(reference.outputs, theirs.outputs, strict=False):
        difference = _difference(mine, other)
        if difference is not None:
            got, expected = difference
            yield RULE.finding(
                line=method_line(source, "call"),
                mine=runs.backend,
                other=others[0],
                got=got,
                expected=expected,
            )
            return


def _comparable(mine: Reference, drive: Drive, other: dict[type, object]) -> bool:
    theirs, their_drive = other.get(Reference), other.get(Drive)
    if (
        not isinstance(theirs, Reference)
        or not isinstance(their_drive, Drive)
        or not (mine.settled and theirs.settled)
    ):
        return False
    same_drive = (their_drive.init, their_drive.arguments) == (drive.init, drive.arguments)
    return (
        same_drive
        and theirs.weights == mine.weights
        and theirs.raised is None
        and mine.raised is None
    )


def _difference(mine: dict, other: dict) -> tuple[str, str] | None:
    if mine["shape"] != other["shape"]:
        return f"shape {tuple(mine['shape'])}", f"shape {tuple(other['shape'])}"
    scale = max((abs(number) for number in other["numbers"] if math.isfinite(number)), default=0.0)
    for one, two in zip(mine["numbers"], other["numbers"], strict=False):
        if (
            math.isfinite(one) != math.isfinite(two)
            or math.isfinite(one)
            and abs(one - two) > 1e-4 + 2e-3 * scale
        ):
            return f"{one:.6g}", f"{two:.6g}"
    return None
