"""What a class says of itself that makes a rule pointless for it."""

from __future__ import annotations

import re

from layergen.check.evidence import Raised, Source, parameters_of

OF_THE_BATCH = {"batch_size", "batch_shape", "batch_input_shape"}
KNOWN_SIZE = "the layer needs a known size, and says so itself"
SAYS_SO = re.compile(r"known|static|fixed|None|defined|dynamic", re.IGNORECASE)
FIXED_BATCH = "an argument of the constructor sets the size of the batch"


def fixes_batch_size(source: Source) -> bool:
    """Whether the size of the batch is an argument: one row of state for each stream."""
    method = source.method("__init__")
    return method is not None and any(one.arg in OF_THE_BATCH for one in parameters_of(method))


def asks_for_known_size(raised: Raised | None) -> bool:
    """Whether a `raise` of the layer's own refuses an unknown size."""
    if raised is None or not raised.own or raised.type != "ValueError":
        return False
    return SAYS_SO.search(raised.message) is not None
