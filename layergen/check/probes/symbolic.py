"""Probe: call the layer on `keras.Input`s with None for the batch."""

from __future__ import annotations

from layergen.check.evidence import Raised, SymbolicCall
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> SymbolicCall:
    outputs = attempt(lambda: subject.call(subject.make(), subject.symbolic()))
    if isinstance(outputs, Raised):
        return SymbolicCall(raised=outputs)
    return SymbolicCall(outputs=described(outputs))
