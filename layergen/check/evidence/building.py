"""Evidence of building: which weights are there when, what Keras cannot see, and what building depends on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Late:
    """Weights that a built layer got only when it was called."""

    owner: str  # the sublayer that was built by the call; empty: the layer itself
    owner_class: str
    weights: tuple[str, ...]
    line: int | None = None  # where the weight or the sublayer was made, in the user's file
    setting: str = ""  # the argument under which it is so, if not under the drive's: "use_gate=True"


@dataclass(frozen=True)
class Untracked:
    """State that Keras does not know of."""

    kind: str  # variable, foreign (tf.Variable, torch Parameter), array, layer
    name: str
    where: str  # attribute path, empty where it is out of reach (a closure, a local)
    phase: str  # construct, build, call
    random: bool = False  # another seed gives other values
    line: int | None = None
    owner: str = ""  # for a variable: the untracked layer that holds it


@dataclass(frozen=True)
class Growth:
    """A container or number of the layer that is different after building a second time."""

    attribute: str
    before: str
    after: str


@dataclass(frozen=True)
class Repeated:
    """A container of the layer that holds one sublayer or weight several times."""

    attribute: str
    what: str  # "Dense", "weight"
    count: int


@dataclass(frozen=True)
class Variant:
    """The layer built by its own `build` on changed shapes."""

    what: str  # batch, list, size
    shapes: str  # the shapes, as text
    raised: Raised | None = None
    weights: tuple[tuple[int, ...], ...] = ()  # the shapes of all weights


@dataclass(frozen=True)
class UnknownSize:
    """An axis between the first and the last on which no weight depends, given as None to `build`."""

    size: int
    raised: Raised


@dataclass(frozen=True)
class FixedSize:
    """A size of the input that weights made in the constructor ask for, though no argument says it."""

    size: int
    weight: str
    raised: Raised


@dataclass(frozen=True)
class Misbuilt:
    """A change of sizes that breaks the layer only because `build` makes its sublayers or a weight for other shapes."""

    change: str  # "units=16", "inputs with 11 in place of 8"
    raised: Raised
    weight: str = ""  # the path of the weight; empty: it is the sublayers


@dataclass(frozen=True)
class Building:
    """What building does. Weights are named by their path without the layer's own name."""

    raised: Raised | None = None  # the first call, which builds
    own_build: bool = False  # `build` is written in the class or a base that is no Keras class
    build_called: bool = True
    built_before: bool = False  # `built` was true after construction
    constructed_weights: tuple[str, ...] = ()
    built_weights: tuple[str, ...] = ()
    late: tuple[Late, ...] = ()
    untracked: tuple[Untracked, ...] = ()
    grown: tuple[Growth, ...] = ()
    expected: tuple[tuple[int, ...], ...] = ()  # shapes of the weights after an ordinary build
    repeated: tuple[Repeated, ...] = ()
    variants: tuple[Variant, ...] = ()
    unknown: tuple[UnknownSize, ...] = ()
    fixed: tuple[FixedSize, ...] = ()
    misbuilt: Misbuilt | None = None
    same_path: tuple[str, ...] = ()  # paths that more than one weight has
    same_values: tuple[tuple[str, str], ...] = ()  # pairs of weights with the same random values
    policy: str = ""  # the dtype policy that `other_dtype` was seen under
    other_dtype: tuple[tuple[str, str], ...] = ()  # float weights whose dtype is not the policy's
    shapes: Any = None  # what Keras gave to `build`, by argument name
