"""What a class says of itself that makes a rule pointless for it."""

from __future__ import annotations

from layergen.check.evidence import Source, parameters_of

OF_THE_BATCH = {"batch_size", "batch_shape", "batch_input_shape"}
FIXED_BATCH = "an argument of the constructor sets the size of the batch"


def fixes_batch_size(source: Source) -> bool:
    """Whether the size of the batch is an argument: one row of state for each stream."""
    method = source.method("__init__")
    return method is not None and any(one.arg in OF_THE_BATCH for one in parameters_of(method))
