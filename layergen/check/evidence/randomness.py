"""Evidence of training against inference: noise, where it comes from, what moves, what reaches the sublayers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Mode:
    """The same input several times in one mode."""

    training: bool | None
    raised: Raised | None = None
    varies: bool = False  # the numbers differ from call to call
    draws: tuple[
        str, ...
    ] = ()  # seeds that keras.random was given: tracked, untracked, global, integer 42
    repeated: tuple[str, ...] = ()  # integer seeds given in every call
    outside: tuple[
        str, ...
    ] = ()  # numpy, python, torch: generators outside Keras whose state moved
    moved: tuple[str, ...] = ()  # weights that the calls changed
    noise: bool = (
        False  # varies, and neither weights nor Python attributes that were seen to change explain it
    )
    often: bool = False  # the noise showed between the second call and the third


@dataclass(frozen=True)
class Handed:
    """What a sublayer that takes `training` was told."""

    attribute: str  # of the layer, or the sublayer's name
    type: str
    told_training: tuple[bool | None, ...]  # in training mode, once for each call of it
    told_inference: tuple[bool | None, ...]
    random: bool  # it has a seed generator
    matters: bool  # it has a seed generator or state that training moves


@dataclass(frozen=True)
class Noise:
    """What the generators are used for that are attributes of the layer itself."""

    idle: str = ""  # one that is never drawn from, and no other is either
    repeats_itself: bool = False  # one call draws twice from the same state
    same_in_all: bool = False  # every instance draws the same, and no argument changes that
    shrinks: float | None = None  # the share of the output that dropping leaves, not made up for
    shared: bool = False  # every sample of a batch gets the same numbers, feature by feature


@dataclass(frozen=True)
class Training:
    """The layer in training mode, in inference mode, and with no mode given."""

    takes_training: bool  # `call` has the argument
    train: Mode
    infer: Mode
    plain: Mode
    modes_differ: bool | None = (
        None  # first outputs of training and inference are different numbers
    )
    handed: tuple[Handed, ...] = ()
    seeded: bool | None = None  # same `seed` argument, same noise; None where there is none to ask
    seeds_differ: bool | None = None
    forced_trainable: tuple[
        str, ...
    ] = ()  # weights that are trainable though the layer is not, as paths
    stays_frozen: tuple[str, ...] = ()  # weights that stay frozen after trainable=True again
    trainable_moved: tuple[str, ...] = ()  # trainable weights that a training call assigned
    frozen_moved: tuple[
        str, ...
    ] = ()  # weights that a training call changes though the layer is not trainable
    losses: tuple[int, int] = (0, 0)  # left by a call in training, and at inference
    at_rates: bool = False  # seen with rates raised that are 0 in the drive
    inverted_momentum: str = ""  # an argument by which averages move faster the larger it is
    own_noise: Noise = Noise()
    structures: tuple[Any, Any] = (None, None)  # of the outputs in training and at inference
