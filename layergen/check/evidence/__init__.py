"""Plain records of what the probes saw; no Keras here. Written by a child process, read by the rules."""

from __future__ import annotations

from layergen.check.evidence.ending import Lost, Raised
from layergen.check.evidence.first_steps import (
    Built,
    Constructed,
    Drive,
    EagerCall,
    Imported,
    LeftBehind,
    Losses,
    OtherRuns,
    SymbolicCall,
    Weight,
)
from layergen.check.evidence.source import Source

__all__ = [
    "Built",
    "Constructed",
    "Drive",
    "EagerCall",
    "Imported",
    "LeftBehind",
    "Losses",
    "Lost",
    "OtherRuns",
    "Raised",
    "Source",
    "SymbolicCall",
    "Weight",
]
