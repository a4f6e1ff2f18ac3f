"""Probe: call the layer on arrays, in inference mode."""

from __future__ import annotations

import numpy as np

from layergen.check.evidence import EagerCall, Raised
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat, to_numpy
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> EagerCall:
    outputs = attempt(lambda: subject.call(subject.make(), training=False))
    if isinstance(outputs, Raised):
        return EagerCall(raised=outputs)
    values = attempt(to_numpy, outputs)
    leaves = (
        [] if isinstance(values, Raised) else flat(values, lambda value: hasattr(value, "shape"))
    )
    finite = all(np.isfinite(leaf).all() for leaf in leaves if leaf.dtype.kind == "f")
    return EagerCall(outputs=described(outputs), finite=bool(finite))
