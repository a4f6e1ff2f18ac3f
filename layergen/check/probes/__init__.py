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
    of_inputs: bool = True  # what it sees depends on the inputs: asked again with the optional ones


# A layer that takes optional tensors is probed twice: without them, and then with them. Probes of the second turn are
# written down under their name with this ending.
WITH_OPTIONAL = " with optional inputs"

# "drive" comes before all of these and is no row: without it there is nothing to probe.
ORDER: tuple[Row, ...] = (
    Row("construct", evidence.Constructed, after=None, of_inputs=False),
    Row("build", evidence.Built, after="construct"),
    Row("symbolic", evidence.SymbolicCall, after="construct"),
    Row("eager", evidence.EagerCall, after="construct"),
    Row("construction", evidence.Construction, after=None, of_inputs=False),
    Row("building", evidence.Building, after=None),
    Row("config", evidence.Config, after="construct", of_inputs=False),
    Row("arguments", evidence.Arguments, after="construct", of_inputs=False),
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
