"""Exceptions that no choice of arguments excuses."""

from __future__ import annotations

import re

from layergen.check.evidence import Raised

# Of these a layer is surely not made on purpose; a shape that does not fit may be the fault of our inputs.
MISTAKES = ("AttributeError", "NameError", "UnboundLocalError")
# What Python and TensorFlow say of None where a tensor is due.
OF_NONE = re.compile(r"NoneType|None values|a value \(None\)")


def is_mistake(raised: Raised) -> bool:
    """Whether a line of the user's reads what is not there."""
    if raised.line is None:
        return False
    none = raised.type in ("TypeError", "ValueError") and OF_NONE.search(raised.message)
    return raised.type in MISTAKES or bool(none)
