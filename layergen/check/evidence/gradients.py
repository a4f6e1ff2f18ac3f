"""Evidence of gradients: which weights and inputs the outputs and losses depend on, and which of them learn."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Learning:
    """One weight."""

    path: str
    trainable: bool
    gradient: str  # moves, zero, none, not-finite; "" where it was not asked (not trainable)
    used: bool | None = (
        None  # other numbers in it change outputs or losses; None: not asked, as it learns
    )
    moved: bool = False  # a training call assigned it
    nearly_none: bool = (
        False  # it learns in a few of its numbers only, though others change outputs too
    )
    idle: str = (
        ""  # which numbers of it change nothing, though the others do: "6 of the 12 columns (6, 7, 8, 9, ...)"
    )
    pattern: bool = False  # it starts as zeros and ones, both of them, and not as the identity
    still: bool = False  # training calls assigned it, and it held the same after each of them


@dataclass(frozen=True)
class InputGradient:
    """One float input."""

    name: str
    gradient: str  # as a weight's; losses: by them alone; late: none where the layer starts, though it changes the output
    used: bool | None = None


@dataclass(frozen=True)
class Gradients:
    """Gradients at weights and inputs that were all moved away from where they start."""

    raised: Raised | None = None
    float_output: bool = True
    weights: tuple[Learning, ...] = ()
    inputs: tuple[InputGradient, ...] = ()
    zero_input: tuple[
        str, ...
    ] = ()  # what gets a gradient that is not finite when the input is zero, and no other does
    stuck: tuple[str, ...] = ()  # weights that learn elsewhere, and not from where the layer starts
    losses: int = 0
    idle_loss: bool = False  # the losses change with the inputs, and have no gradient anywhere
    unused_under: tuple[tuple[str, str], ...] = ()  # a switch, and a weight that learns but for it
    never_finite: tuple[str, ...] = ()  # what gets no finite gradient anywhere, though outputs are
    idle_inputs: tuple[str, ...] = ()  # of several tensors those whose numbers change nothing
