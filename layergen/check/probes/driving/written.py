"""Shapes of tensors by name, as the docstring writes them: entries of a dict or a list, and arguments of `call`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from layergen.check.probes.driving.roles import BATCH, SIZE, TIME

SHAPE = r"\(\s*(?:batch\w*|None|B|N|b|n|bs)\s*,?([^()]*)\)"
# "A 4D tensor", and not "in 3D space".
RANK = r"\b([1-5])\s?-?[dD]\b(?=(?:[ -]\w+){0,2}[ -](?:[Tt]ensor|[Ii]nput|[Aa]rray))"
BETWEEN = r"[\"'`*]*(?:\s*\([^()\n]*(?:dict|tensor|array|float|int)[^()\n]*\))?[^()\n]{0,60}?(?:\n[ \t]+[^()\n]{0,60}?)?"
AFTER_INPUTS = re.compile(
    r"\n\s*(?:#+ )?(?:Output shape|Outputs?|Returns?|References?|Raises)s?\b *:?"
)
LENGTH = re.compile(
    r"time|step|len|seq|node|token|frame|point|height|width|row|col|position|quer|key|value|^[tTlLhHwWsS]$"
)
Axes = tuple[str, ...]  # the names of the axes behind the batch


def written_shapes(docstring: str, names: Iterable[str]) -> dict[str, Axes]:
    """For each name whose shape or rank is written, the axes behind the batch as they are called there."""
    text = AFTER_INPUTS.split(docstring)[0]
    wanted = [name for name in names if name]
    found: dict[str, Axes] = {}
    for name in wanted:
        others = [re.escape(other) for other in wanted if other != name]
        for match in re.finditer(
            rf"(?<![\w.]){re.escape(name)}(?!\w)({BETWEEN})(?:{SHAPE}|{RANK})", text
        ):
            if others and re.search(rf"\b(?:{'|'.join(others)})\b", match.group(1)):
                continue  # that shape is the other's
            if match.group(3):
                axes = tuple(f"{name} axis {axis}" for axis in range(1, int(match.group(3))))
            else:
                axes = tuple(
                    part.strip(" `*") for part in match.group(2).split(",") if part.strip()
                )
            if not any("..." in axis or " " in axis and not match.group(3) for axis in axes):
                found[name] = axes
                break
    return found


def sizes_of(axes: Axes, sizes: dict[str, int]) -> list[int]:
    """A shape for these axes; `sizes` holds those that have their size already, and learns the others."""
    shape = [BATCH]
    for axis in axes:
        usual = TIME if LENGTH.search(axis) and axis != axes[-1] else SIZE
        shape.append(int(axis) if axis.isdigit() else sizes.setdefault(axis, usual))
    return shape
