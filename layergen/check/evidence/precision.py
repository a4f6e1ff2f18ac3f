"""Evidence of the layer under other dtype policies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.check.evidence.ending import Raised


@dataclass(frozen=True)
class Policy:
    """The layer made and called under one policy."""

    policy: str
    compute_dtype: str = ""
    raised: Raised | None = None
    outputs: Any = None  # structure
    promised: Any = None  # structure of the outputs that Keras is told beforehand
    trained: Any = None  # structure of the outputs in training, where `call` takes it
    trained_raised: Raised | None = None
    finite: bool = True  # for ordinary input
    zero: str = ""  # nan or inf for an input of zeros
    hundreds: str = (
        ""  # nan, inf or zero for an input of some hundreds, where float32 gives moderate numbers
    )


@dataclass(frozen=True)
class Precision:
    """Under float32 and under the others."""

    plain: Any = None  # structure of the outputs under float32
    zero_finite: bool = True  # under float32, for an input of zeros
    policies: tuple[Policy, ...] = ()
    given_layers: bool = False  # the constructor is given layers, which keep their own policy
    strangers: tuple[
        str, ...
    ] = ()  # "dense (Dense): float32": sublayers that do not follow the layer's own policy
    ids_collide: str = ""  # integers that come out as one another in half precision: "257 and 256"
    floats_collide: str = ""  # the same of ids that are given as floats, where integers are safe
    positions_collide: str = ""  # neighbouring steps that bfloat16 does not tell apart: "257 and 258"
