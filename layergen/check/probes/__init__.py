"""Probes: each does one thing to the layer and records plain evidence. This table is the order of play."""

from __future__ import annotations

from dataclasses import dataclass

from layergen.check import evidence


@dataclass(frozen=True)
class Row:
    """A probe `check/probes/<name>.py`, the record it returns, and the probe that must have gone well before it."""

    name: str
    record: type
    after: str | None = "eager"  # its record has `raised`: where that is set, this probe is not run


# "drive" comes before all of these and is no row: without it there is nothing to probe.
ORDER: tuple[Row, ...] = (
    Row("construct", evidence.Constructed, after=None),
    Row("build", evidence.Built, after="construct"),
    Row("symbolic", evidence.SymbolicCall, after="construct"),
    Row("eager", evidence.EagerCall, after="construct"),
    Row("construction", evidence.Construction, after=None),
    Row("building", evidence.Building, after=None),
    Row("config", evidence.Config, after="construct"),
    Row("arguments", evidence.Arguments, after="construct"),
    Row("saving", evidence.Saving),
    Row("calls", evidence.Calls),
    Row("sizes", evidence.Sizes),
    Row("training", evidence.Training),
    Row("gradients", evidence.Gradients),
    Row("precision", evidence.Precision),
    Row("masks", evidence.Masking),
    Row("reference", evidence.Reference),
    Row("compiled", evidence.Compiled),
)
