"""Base arguments that change nothing in a layer, so that it may do without them."""

from __future__ import annotations

from layergen.check.evidence import Built, EagerCall
from layergen.check.rules.structures import leaves


def without_effect(name: str, built: Built | None, called: EagerCall | None) -> bool:
    """Whether there is nothing to freeze by `trainable`, or no float that the policy of `dtype` could be about."""
    if built is None or built.raised is not None or built.weights:
        return False
    if name != "dtype":
        return name == "trainable"
    outputs = leaves(called.outputs) if called is not None and called.raised is None else []
    return bool(outputs) and not any("float" in leaf["dtype"] for leaf in outputs)
