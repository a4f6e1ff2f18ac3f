"""Plain records of what the probes saw; no Keras here. Written by a child process, read by the rules."""

from __future__ import annotations

from layergen.check.evidence.calls import Calls
from layergen.check.evidence.compiled import Compiled, Reference
from layergen.check.evidence.gradients import Gradients
from layergen.check.evidence.masking import Masking
from layergen.check.evidence.precision import Precision
from layergen.check.evidence.randomness import Training
from layergen.check.evidence.sizes import Sizes
from layergen.check.evidence.arguments import Arguments, Changed, Seeded, Watched
from layergen.check.evidence.building import (
    Building,
    FixedSize,
    Growth,
    Late,
    Misbuilt,
    Repeated,
    UnknownSize,
    Untracked,
    Variant,
)
from layergen.check.evidence.construction import (
    BaseArgument,
    ClassChange,
    Construction,
    EarlyAttribute,
    MutableDefault,
    Overwritten,
    Shared,
)
from layergen.check.evidence.saving import Config, Drift, LiveObject, Reload, Saving, Unrestored
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
from layergen.check.evidence.source import Source, parameters_of

__all__ = [
    "Arguments",
    "BaseArgument",
    "Building",
    "Built",
    "Calls",
    "Changed",
    "ClassChange",
    "Compiled",
    "Config",
    "Constructed",
    "Construction",
    "Drift",
    "Drive",
    "EagerCall",
    "EarlyAttribute",
    "FixedSize",
    "Gradients",
    "Growth",
    "Imported",
    "Late",
    "LeftBehind",
    "LiveObject",
    "Losses",
    "Lost",
    "Masking",
    "Misbuilt",
    "MutableDefault",
    "OtherRuns",
    "Overwritten",
    "Precision",
    "Raised",
    "Reference",
    "Reload",
    "Repeated",
    "Saving",
    "Seeded",
    "Shared",
    "Sizes",
    "Source",
    "SymbolicCall",
    "Training",
    "UnknownSize",
    "Unrestored",
    "Untracked",
    "Variant",
    "Watched",
    "Weight",
    "parameters_of",
]
