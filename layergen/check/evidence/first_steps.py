"""Evidence of the first steps: how the layer is driven, that it constructs, builds, traces and runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from layergen.check.evidence.ending import Lost, Raised

# A structure is nested as the layer has it (dict, list, tuple written as list) with {"shape", "dtype"} leaves.
Structure = Any


@dataclass(frozen=True)
class Drive:
    """Constructor arguments and inputs with which the layer is exercised.

    `arguments` maps each tensor argument of `call`, in order, to the structure it takes. Sizes are chosen apart where
    the layer allows it, so that a size names a role: every axis of size 5 may be changed together.
    """

    how: str  # spec, flags, pyproject, docstring, inferred
    init: dict[str, Any]
    arguments: dict[str, Structure]
    call: dict[str, Any] = field(default_factory=dict)  # keywords of the call that are no tensors
    optional: dict[str, Structure] = field(
        default_factory=dict
    )  # further tensor arguments that work, all together, and can be left out
    furthest: str = "called"  # called, traced, built, constructed, none
    raised: Raised | None = None  # what stopped it there: the layer's own fault where `own_fault`
    own_fault: bool = (
        False  # each attempt ended in the same fault of the layer: probe it with this drive all the same
    )
    tried: tuple[str, ...] = ()
    without: Raised | None = (
        None  # what the call raised without tensors that may be None, where it needs them
    )

    @property
    def fuller(self) -> Drive | None:
        """The same drive with the optional tensors given; None where there are none."""
        if not self.optional:
            return None
        return replace(self, arguments={**self.arguments, **self.optional}, optional={})

    @property
    def usable(self) -> bool:
        """Whether probing makes sense: it was driven, or fails by its own fault however it is driven."""
        return self.furthest in ("called", "traced") or self.own_fault


@dataclass(frozen=True)
class Constructed:
    """One construction with the drive's arguments."""

    raised: Raised | None = None
    name: str = ""
    weights: int = 0  # weights that exist before build


@dataclass(frozen=True)
class Weight:
    """One variable of a built layer."""

    path: str  # without the layer's own name
    shape: tuple[int, ...]
    dtype: str
    trainable: bool


@dataclass(frozen=True)
class Built:
    """What a layer holds after Keras built it for the drive's inputs, before any call."""

    raised: Raised | None = None
    weights: tuple[Weight, ...] = ()
    how: str = (
        ""  # build: by the layer's own build; default: Keras traced the call; none: nothing to build
    )


@dataclass(frozen=True)
class SymbolicCall:
    """The layer called on `keras.Input`s with None for the batch."""

    raised: Raised | None = None
    outputs: Structure = None
    traced: Raised | None = (
        None  # `call` itself raised with an unknown batch, where Keras asks the class for the shape
    )


@dataclass(frozen=True)
class EagerCall:
    """The layer called on arrays, in inference mode."""

    raised: Raised | None = None
    outputs: Structure = None
    finite: bool = True


@dataclass(frozen=True)
class Imported:
    """The user's file was imported; of a script only the part that the class needs."""

    raised: Raised | None = None
    in_part: bool = False


@dataclass(frozen=True)
class LeftBehind:
    """What was still running in the child after the last probe."""

    threads: tuple[str, ...] = ()
    processes: int = 0


@dataclass(frozen=True)
class Losses:
    """Probes that never came back, in order. Always there."""

    lost: tuple[Lost, ...] = ()


@dataclass(frozen=True)
class OtherRuns:
    """What other backends of the same check recorded of the same layer: backend → record type → record. Always there."""

    backend: str
    others: dict[str, dict[type, Any]] = field(default_factory=dict)
