"""Probe: call the layer on arrays, in inference mode."""

from __future__ import annotations

from layergen.check.evidence import EagerCall, Raised
from layergen.check.probes.leaves import not_finite
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> EagerCall:
    outputs = attempt(lambda: subject.call(subject.make(), training=False))
    if isinstance(outputs, Raised):
        return EagerCall(raised=outputs)
    worst = attempt(not_finite, outputs)
    return EagerCall(outputs=described(outputs), finite=not isinstance(worst, Raised) and not worst)
