"""Plain records of what the probes saw; no Keras here. Written by a child process, read by the rules."""

from __future__ import annotations

from layergen.check.evidence.calls import Calls
from layergen.check.evidence.compiled import Compiled, Reference
from layergen.check.evidence.gradients import Gradients
from layergen.check.evidence.masking import Masking
from layergen.check.evidence.precision import Precision
from layergen.check.evidence.randomness import Training
from layergen.check.evidence.sizes import Sizes
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
    "Calls",
    "Compiled",
    "Constructed",
    "Drive",
    "EagerCall",
    "Gradients",
    "Imported",
    "LeftBehind",
    "Losses",
    "Lost",
    "Masking",
    "OtherRuns",
    "Precision",
    "Raised",
    "Reference",
    "Sizes",
    "Source",
    "SymbolicCall",
    "Training",
    "Weight",
]
