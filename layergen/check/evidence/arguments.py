"""Evidence of constructor arguments: each one changed, seen in the config, lost or kept, with or without effect."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Changed:
    """One constructor argument given another value than in the drive."""

    argument: str
    kind: str  # regularizer, constraint, initializer, activation, seed, bool, number, text, other
    before: str
    value: str  # what was given, as text
    in_config: bool = True  # the config has a key of this name
    config_value: str = ""  # what the config says
    config_moved: bool = True  # the config is another one than with the value before
    moved: tuple[str, ...] = ()  # attributes that hold another value than before
    effects: tuple[str, ...] = ()  # weights, output, training output, losses
    lost: tuple[str, ...] = ()  # attributes or effects that the restored layer does not have
    restored: Raised | None = None  # from_config of the changed layer's config raised
    config_raised: Raised | None = None
    called: bool = True  # effects could be looked at
    counts: tuple[int, int] = (0, 0)  # weights before and after


@dataclass(frozen=True)
class Watched:
    """A regularizer, constraint, initializer or activation that reports whether the layer used it."""

    argument: str
    kind: str
    used: bool
    settings: int  # how many combinations of the other arguments were tried
    weights: int = 0  # weights of the layer in those settings, at most
    counterpart: bool = False  # a weight is called like it: bias_regularizer and bias
    reached: tuple[str, ...] = ()  # weights that got it, where that can be seen
    missed: tuple[str, ...] = ()  # weights that are called like it and did not get it


@dataclass(frozen=True)
class Seeded:
    """What a seed argument does to a layer that draws random numbers."""

    argument: str
    random: bool  # it draws at all
    repeats: bool = False  # the same seed gives the same numbers whatever the global seed
    differs: bool = False  # another seed gives other numbers


@dataclass(frozen=True)
class Arguments:
    """All arguments of the constructor, each changed for itself."""

    changed: tuple[Changed, ...] = ()
    watched: tuple[Watched, ...] = ()
    seeded: tuple[Seeded, ...] = ()
    unchanged: tuple[str, ...] = ()  # arguments for which no other value was found
