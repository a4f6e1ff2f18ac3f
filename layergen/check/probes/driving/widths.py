"""Inputs of the size that a layer asked for when it refused others: by its message, its arguments, or `% 3` in its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.roles import BATCH
from layergen.check.probes.driving.trial import Attempt
from layergen.check.probes.structure import flat, mapped

LEAST = 4  # smaller numbers are ranks, groups and kernel sizes
MOST = 4096
ASKS = re.compile(r"expect|got|receiv|should|need|requir|must", re.IGNORECASE)
OF_THE_BACKEND = re.compile(
    r"size of tensor|[Ii]ncompatible shapes|broadcast|[Dd]imensions must be equal"
)
DIVISOR = re.compile(r"(?:multiple of|divisible by|divided by)\D{0,30}?(\d+)")
REMAINDER = re.compile(r"%\s*(\d+)\b")


def sizes_asked_for(reading: Reading, tried: Attempt) -> Iterator[dict[str, Any]]:
    """The same inputs in sizes that the failure asks for, the plainest reading of it first."""
    leaves = flat(tried.arguments)
    if tried.raised is None or not leaves or len(leaves[0]["shape"]) < 2:
        return
    message, width = tried.raised.message, leaves[0]["shape"][-1]
    numbers = list(dict.fromkeys(int(number) for number in re.findall(r"\b\d+\b", message)))
    values = {one.name: one.default for one in reading.parameters} | tried.init
    for value in values.values():
        if type(value) is int and value in numbers and value >= LEAST and value != width:
            yield from _resized(reading, tried.arguments, width, value)
    # "expected 24 inputs per step, got 8"
    sizes = {size for leaf in leaves for size in leaf["shape"][1:]}
    wanted = [number for number in numbers if number not in sizes and BATCH < number <= MOST]
    refused = [number for number in numbers if number in sizes]
    said = ASKS.search(message) and not OF_THE_BACKEND.search(message)
    if said and len(wanted) == 1 and len(refused) == 1:
        yield from _resized(reading, tried.arguments, refused[0], wanted[0])
    divisors = [*DIVISOR.findall(message), *REMAINDER.findall(reading.text)]
    for divisor in dict.fromkeys(int(divisor) for divisor in divisors):
        if divisor and width % divisor and width * divisor <= MOST:
            yield from _resized(reading, tried.arguments, width, width * divisor)


def _resized(
    reading: Reading, arguments: dict[str, Any], old: int, new: int
) -> Iterator[dict[str, Any]]:
    """All inputs in the new size, and the first alone; the states of a cell have sizes of their own."""
    first = next(iter(arguments))
    if not reading.cell:
        yield _with_size(arguments, old, new)
    if reading.cell or len(arguments) > 1:
        yield {**arguments, **_with_size({first: arguments[first]}, old, new)}


def _with_size(arguments: dict[str, Any], old: int, new: int) -> dict[str, Any]:
    """The same inputs with a size of `new` wherever they have that of `old`: as their width, else on any axis but the batch's."""
    last = any(leaf["shape"][-1:] == [old] for leaf in flat(arguments))

    def changed(leaf: dict[str, Any]) -> dict[str, Any]:
        first = 1 if not last else max(1, len(leaf["shape"]) - 1)
        rest = [new if size == old else size for size in leaf["shape"][first:]]
        return {**leaf, "shape": [*leaf["shape"][:first], *rest]}

    return mapped(changed, arguments)
