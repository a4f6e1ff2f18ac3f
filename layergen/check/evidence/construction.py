"""Evidence of construction: base arguments, the order of things in `__init__`, what instances share."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class BaseArgument:
    """What became of `name`, `dtype` or `trainable` given to the constructor."""

    name: str
    given: str
    refused: Raised | None = None
    got: str | None = None  # what the layer says afterwards

    @property
    def honoured(self) -> bool:
        return self.refused is None and self.got == self.given


@dataclass(frozen=True)
class EarlyAttribute:
    """An attribute that was set before the base constructor ran."""

    name: str
    kind: str  # layer, variable, base (one that the base constructor sets itself), plain
    line: int | None = None
    reset: bool = False  # the base constructor gave it another value


@dataclass(frozen=True)
class Overwritten:
    """An attribute that holds Keras's own bookkeeping, set by the layer to something else."""

    name: str
    line: int | None = None


@dataclass(frozen=True)
class MutableDefault:
    """A default that every instance gets the same object of."""

    argument: str
    type: str
    changed: bool = False  # it looks different after construction and a call
    is_layer: bool = False
    same_start: bool = False  # an initializer: weights of two layers start with the same random numbers


@dataclass(frozen=True)
class Shared:
    """A layer or a variable that two instances have in common."""

    what: str  # layer, variable
    name: str
    place: str = ""  # class attribute or argument that holds it, where it is known


@dataclass(frozen=True)
class ClassChange:
    """An attribute of the class that using an instance changed."""

    attribute: str
    before: str
    after: str


@dataclass(frozen=True)
class Construction:
    """How the constructor behaves. `raised` is set where the class could not be constructed at all."""

    raised: Raised | None = None
    takes_keywords: bool = True
    base_ran: bool = True  # Layer.__init__ was reached
    early: tuple[EarlyAttribute, ...] = ()
    overwritten: tuple[Overwritten, ...] = ()
    base_arguments: tuple[BaseArgument, ...] = ()
    names: tuple[str, ...] = ()  # of two instances that were given no name
    mutated: tuple[str, ...] = ()  # arguments whose value was changed in place
    defaults: tuple[MutableDefault, ...] = ()
    shared: tuple[Shared, ...] = ()
    class_changes: tuple[ClassChange, ...] = ()
