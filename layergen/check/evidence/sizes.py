"""Evidence of shapes: promised, traced and got, for several sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Compared:
    """What a symbolic call promises for one set of input shapes, and what comes out for arrays of these shapes."""

    shapes: tuple[tuple[int | None, ...], ...]  # of the inputs of the symbolic call
    given: tuple[tuple[int, ...], ...]  # of the arrays
    promised: Any = None  # structure
    got: Any = None
    symbolic_raised: Raised | None = None
    eager_raised: Raised | None = None
    setting: str = ""  # what differs from the drive: "keepdims=True", "a context"


@dataclass(frozen=True)
class Resized:
    """One size of the inputs made another."""

    size: int
    other: int
    axes: tuple[str, ...]  # where the drive has it: "inputs[1]"
    last: bool  # it is the last axis of a float input
    steps: bool  # it is never a last axis of floats: a length, a height, a width
    weights_change: bool  # shapes of weights depend on it
    unknown_raised: Raised | None = None  # a symbolic call with None for it
    later_raised: Raised | None = None  # a layer built for `size` called with `other`
    later_shapes: tuple[
        tuple[int, ...], ...
    ] = ()  # what it gives then, where a fresh layer gives another shape
    stretched: bool = (
        False  # a layer built for `size` takes 1 instead without a word, though weights depend on it
    )


@dataclass(frozen=True)
class Sizes:
    """The promise against the outcome, at the drive's sizes and at others."""

    overridden: bool  # the class writes compute_output_shape or compute_output_spec itself
    compared: tuple[Compared, ...] = ()
    resized: tuple[Resized, ...] = ()
    direct_raised: Raised | None = (
        None  # compute_output_shape of a layer that is not built, where a built one answers
    )
    other_rank: Compared | None = None  # one more axis, where a fresh layer takes it
    wrong_size: Raised | None = None  # a layer built for one number of features called with another
    wrong_size_taken: bool = False
    wrong_size_asked: bool = False
