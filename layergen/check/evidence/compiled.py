"""Evidence of compiled calls, and of the numbers that other backends are compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Compilation:
    """One way of compiling the call."""

    how: str  # tf.function, XLA, jax.jit, torch.compile
    raised: Raised | None = None
    same: bool | None = None  # the numbers of an eager call
    difference: float | None = None
    frozen_noise: bool = False  # in training, the same "random" numbers in each compiled call, other ones eagerly
    python_state: tuple[str, ...] = ()  # attributes that hold something of the trace afterwards
    after: Raised | None = None  # an eager call after the compiled one raised


@dataclass(frozen=True)
class Compiled:
    """The layer in the backend's compilers."""

    supports_jit: bool = True  # what the layer says of itself
    ways: tuple[Compilation, ...] = ()
    skipped: str = ""  # what was not tried, and why


@dataclass(frozen=True)
class Reference:
    """Outputs for weights and inputs that are the same on every backend."""

    raised: Raised | None = None
    weights: tuple[tuple[str, tuple[int, ...]], ...] = ()
    settled: bool = True  # all weights could be set, and nothing is random
    outputs: list[Any] = field(default_factory=list)  # {"shape", "dtype", "numbers"} for each leaf, at most some hundred numbers
