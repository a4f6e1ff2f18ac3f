"""The width of the input that a layer's own argument asks for: a residual connection adds what went in."""

from __future__ import annotations

import re
from typing import Any

from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.trial import Attempt
from layergen.check.probes.structure import flat, mapped

LEAST = 4  # smaller numbers are ranks, groups and kernel sizes


def width_asked_for(reading: Reading, tried: Attempt) -> int | None:
    """The constructor's number that the failure names, where the inputs are of another width."""
    leaves = flat(tried.arguments)
    if tried.raised is None or not leaves or len(leaves[0]["shape"]) < 2:
        return None
    numbers = {int(number) for number in re.findall(r"\b\d+\b", tried.raised.message)}
    numbers.discard(leaves[0]["shape"][-1])
    values = {one.name: one.default for one in reading.parameters} | tried.init
    for value in values.values():
        if type(value) is int and value in numbers and value >= LEAST:
            return value
    return None


def as_wide(arguments: dict[str, Any], width: int) -> dict[str, Any]:
    """The same inputs with this width, wherever they have that of the first."""
    old = flat(arguments)[0]["shape"][-1]

    def widened(leaf: dict[str, Any]) -> dict[str, Any]:
        *others, last = leaf["shape"] or [None]
        return {**leaf, "shape": [*others, width]} if last == old and others else leaf

    return mapped(widened, arguments)
