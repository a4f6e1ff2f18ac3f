"""Exceptions that no choice of arguments excuses."""

from __future__ import annotations

from layergen.check.evidence import Raised

# Of these a layer is surely not made on purpose; a shape that does not fit may be the fault of our inputs.
MISTAKES = ("AttributeError", "NameError", "UnboundLocalError")


def is_mistake(raised: Raised) -> bool:
    """Whether a line of the user's reads what is not there."""
    if raised.line is None:
        return False
    return raised.type in MISTAKES or (raised.type == "TypeError" and "NoneType" in raised.message)
