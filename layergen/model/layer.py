"""The layer, every decision taken: what the templates print, and nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Assignment:
    """`target = source`."""

    target: str
    source: str


@dataclass(frozen=True)
class Check:
    """One condition that raises ValueError."""

    fails_if: str  # Python source
    message: str  # the inside of an f-string, without quotes
    reads: tuple[Assignment, ...] = ()  # sizes that are computed for it


def in_message(text: str) -> str:
    """The user's words inside a message: their braces stand for themselves, and hold no value."""
    return text.replace("{", "{{").replace("}", "}}")


@dataclass(frozen=True)
class Argument:
    """One constructor argument, ready to print."""

    name: str
    default: str | None  # Python source; None: required
    doc: str
    stored: (
        str | None
    )  # what `self.name` is set to; None: the base class or the seed generator keeps it
    config: str  # what get_config puts under its name
    checks: tuple[Check, ...] = ()

    @property
    def parameter(self) -> str:
        return self.name if self.default is None else f"{self.name}={self.default}"


@dataclass(frozen=True)
class Weight:
    """One `add_weight` call."""

    name: str
    shape: str
    options: tuple[Assignment, ...]  # keywords behind name and shape
    when: str | None  # Python source of a condition
    count: str | None  # Python source: a list of this many


@dataclass(frozen=True)
class Sublayer:
    """One layer inside: how it is made, and on what it is built."""

    name: str
    made: str  # Python source
    build: str  # the arguments of its `build`
    when: str | None
    count: str | None
    made_in_build: bool
    in_a_row: bool = False  # each is built on what the one before it gives

    @property
    def numbered(self) -> bool:
        """Whether the shape depends on the place in a list."""
        return re.search(r"\bindex\b", self.build) is not None


@dataclass(frozen=True)
class Build:
    """The `build` method."""

    parameters: str
    unpack: str | None  # `query_shape, value_shape = input_shape`
    sizes: tuple[Assignment, ...]  # locals read off the shape
    checks: tuple[Check, ...]
    assignments: tuple[Assignment, ...]  # sizes and constants
    weights: tuple[Weight, ...]
    sublayers: tuple[Sublayer, ...]
    input_spec: str | None
    end: str


@dataclass(frozen=True)
class Method:
    """Any other method: its parameters and its statements."""

    name: str
    parameters: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """One section of the docstring: a heading and its entries, wrapped later."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class LayerModel:
    """One layer, ready to print."""

    name: str
    module: str
    header: tuple[str, ...]
    package: str
    imports: tuple[str, ...]
    summary: str
    paragraphs: tuple[str, ...]
    sections: tuple[Section, ...]
    example: tuple[str, ...]
    references: tuple[str, ...]
    arguments: tuple[Argument, ...]
    early: tuple[Assignment, ...]  # conversions before the checks
    checks: tuple[Check, ...]
    attributes: tuple[Assignment, ...]  # set in __init__
    sublayers: tuple[Sublayer, ...]  # made in __init__
    build: Build | None
    call: Method
    methods: tuple[Method, ...] = field(default=())

    @property
    def needs_init(self) -> bool:
        """False where the base class's constructor does all there is to do."""
        return bool(self.arguments or self.checks or self.attributes or self.sublayers)
