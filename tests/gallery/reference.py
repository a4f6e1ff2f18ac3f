"""What a reference is made of: cases, drawn arrays, and what was computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

Draw = Callable[[np.random.Generator], np.ndarray]


def floats(*shape: int) -> Draw:
    """Normal numbers, as one input."""
    return lambda random: random.normal(size=shape).astype("float32")


def uniform(*shape: int, low: float = 0.0, high: float = 1.0) -> Draw:
    """Numbers in a range, as one input."""
    return lambda random: random.uniform(low, high, size=shape).astype("float32")


def ints(*shape: int, high: int) -> Draw:
    """Integers from 0 to `high - 1`, as one input."""
    return lambda random: random.integers(0, high, size=shape).astype("int32")


def bools(*shape: int) -> Draw:
    """Booleans; the first of the last axis is always True, so that no row of a mask is empty."""

    def draw(random: np.random.Generator) -> np.ndarray:
        values = random.random(size=shape) < 0.6
        values[..., 0] = True
        return values

    return draw


@dataclass(frozen=True)
class Case:
    """One call that is compared.

    Args:
        inputs: A `Draw` or an array for one input, a list or a dict of them, a tuple for separate arguments
            (None for one that is left out).
        init: Arguments of the constructor.
        training: Mode of the call.
        masks: Keras masks of the inputs, in the structure of `inputs`.
        options: Further keyword arguments of the call.
        tolerance: Largest difference, relative to the largest value (at least 1) of each output.
        no_gradient: Why gradients are not compared here.
    """

    inputs: Any
    init: dict[str, Any] = field(default_factory=dict)
    training: bool = False
    masks: Any = None
    options: dict[str, Any] = field(default_factory=dict)
    tolerance: float = 1e-5
    no_gradient: str = ""


@dataclass(frozen=True)
class Run:
    """What a NumPy reference reads: everything of one call, floats as float64."""

    inputs: Any
    weights: dict[str, np.ndarray]
    args: SimpleNamespace  # constructor arguments, defaults included
    training: bool
    masks: Any
    options: dict[str, Any]

    def __getitem__(self, name: str) -> np.ndarray:
        """A weight."""
        return self.weights[name]


@dataclass(frozen=True)
class Result:
    """What one call gave.

    Args:
        outputs: The outputs, in the layer's structure.
        masks: The masks that the outputs carry, flat; None: not compared.
        losses: Sum of what `add_loss` got.
        states: New values of the weights that the call assigned.
    """

    outputs: Any
    masks: tuple[np.ndarray | None, ...] | None = None
    losses: float = 0.0
    states: dict[str, np.ndarray] = field(default_factory=dict)


def drawn(structure: Any, random: np.random.Generator) -> Any:
    """The arrays that a structure of draws stands for."""
    if isinstance(structure, dict):
        return {name: drawn(item, random) for name, item in structure.items()}
    if isinstance(structure, list | tuple):
        return type(structure)(drawn(item, random) for item in structure)
    return structure(random) if callable(structure) else structure
