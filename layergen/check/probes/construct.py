"""Probe: construct the layer with the drive's arguments."""

from __future__ import annotations

from layergen.check.evidence import Constructed, Raised
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> Constructed:
    layer = attempt(subject.make)
    if isinstance(layer, Raised):
        return Constructed(raised=layer)
    return Constructed(
        name=str(getattr(layer, "name", "")), weights=len(getattr(layer, "weights", ()))
    )
