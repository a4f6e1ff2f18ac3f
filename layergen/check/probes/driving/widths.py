"""Inputs of the size that a layer asked for when it refused others: by its message, its arguments, or `% 3` in its source.

A backend's message asks too: two sizes of which one is twice the other are the levels of a pyramid.
"""

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
MOST_TIMES = 16  # a finest map so many times as large as the coarsest
ASKS = re.compile(r"expect|got|receiv|should|need|requir|must", re.IGNORECASE)
OF_THE_BACKEND = re.compile(
    r"size of tensor|[Ii]ncompatible shapes|broadcast|[Dd]imensions must be equal"
)
DIVISOR = re.compile(r"(?:multiple of|divisible by|divided by)\D{0,30}?(\d+)")
# `if input_shape[-1] != 1: raise ...`
DEMANDED = re.compile(r"\bif [^\n]*shape\w*\[(-?\d)\] != (\d+)\b")
REMAINDER = re.compile(r"%\s*(\d+)\b")


def sizes_asked_for(reading: Reading, tried: Attempt) -> Iterator[dict[str, Any]]:
    """The same inputs in sizes that the failure asks for, the plainest reading of it first."""
    leaves = flat(tried.arguments)
    if tried.raised is None or not leaves or len(leaves[0]["shape"]) < 2:
        return
    for axis, size in DEMANDED.findall(reading.text):
        yield _with_axis(tried.arguments, int(axis), int(size))
    message, width = tried.raised.message, leaves[0]["shape"][-1]
    numbers = list(dict.fromkeys(int(number) for number in re.findall(r"\b\d+\b", message)))
    yield from _levels(tried.arguments, numbers)
    values = {one.name: one.default for one in reading.parameters} | tried.init
    for value in values.values():
        if type(value) is int and value in numbers and value >= LEAST and value != width:
            yield from _resized(reading, tried.arguments, width, value)
    sizes = {size for leaf in leaves for size in leaf["shape"][1:]}
    # One field for each element of a list; the size that does not go with it is in the message too.
    counts = {len(value) for value in values.values() if isinstance(value, list | tuple)}
    for count in sorted(counts & {*numbers} - sizes - {0, 1}):
        for size in [number for number in numbers if number in sizes]:
            yield from _resized(reading, tried.arguments, size, count)
    # "expected 24 inputs per step, got 8"
    wanted = [number for number in numbers if number not in sizes and BATCH < number <= MOST]
    refused = [number for number in numbers if number in sizes]
    said = ASKS.search(message) and not OF_THE_BACKEND.search(message)
    if said and len(wanted) == 1 and len(refused) == 1:
        yield from _resized(reading, tried.arguments, refused[0], wanted[0])
    divisors = [*DIVISOR.findall(message), *REMAINDER.findall(reading.text)]
    for divisor in dict.fromkeys(int(divisor) for divisor in divisors):
        if divisor and width % divisor and width * divisor <= MOST:
            yield from _resized(reading, tried.arguments, width, width * divisor)


def _with_axis(arguments: dict[str, Any], axis: int, size: int) -> dict[str, Any]:
    """The same inputs, the first tensor and those like it with this size of one axis."""
    shape = flat(arguments)[0]["shape"]
    place = axis % len(shape) if -len(shape) <= axis < len(shape) else len(shape)
    changed = [size if number == place else one for number, one in enumerate(shape)]
    return mapped(
        lambda leaf: {**leaf, "shape": changed} if leaf["shape"] == shape else leaf, arguments
    )


def _levels(arguments: dict[str, Any], numbers: list[int]) -> Iterator[dict[str, Any]]:
    """Several maps, or sequences, each so many times larger than the next as two sizes that did not fit: a pyramid."""
    maps = [leaf for leaf in flat(arguments) if len(leaf["shape"]) > 2]
    if len(maps) < 2 or len({str(leaf["shape"]) for leaf in maps}) > 1:
        return
    sizes = maps[0]["shape"][1:-1]
    ratios = {
        other // size for size in sizes for other in numbers if size > 1 and other % size == 0
    } - {0, 1}
    for ratio in sorted(ratios)[:1]:
        scales = [ratio**level for level in range(len(maps))]
        if scales[-1] <= MOST_TIMES:
            yield _scaled(arguments, scales[::-1])
            yield _scaled(arguments, scales)


def _scaled(arguments: dict[str, Any], scales: list[int]) -> dict[str, Any]:
    """The same maps, each so many times as large; images half as wide again, so that height and width are apart."""
    left = iter(scales)

    def scaled(leaf: dict[str, Any]) -> dict[str, Any]:
        first, *sides, last = leaf["shape"] if len(leaf["shape"]) > 2 else [0, 0]
        if not sides:
            return leaf
        sides = [*sides[:-1], sides[-1] * 3 // 2] if len(sides) > 1 else sides
        times = next(left)
        return {**leaf, "shape": [first, *(side * times for side in sides), last]}

    return mapped(scaled, arguments)


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
