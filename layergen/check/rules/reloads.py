"""What explains that a layer cannot be reloaded, and when that was not tried at all."""

from __future__ import annotations

from layergen.check.evidence import Saving

# The config is not right: everything that is made from it is not either.
BY_CONFIG = (
    "LG102",
    "LG111",
    "LG301",
    "LG302",
    "LG303",
    "LG304",
    "LG305",
    "LG307",
    "LG308",
    "LG309",
    "LG311",
)
# Weights are not where Keras looks for them, or come too late.
BY_STATE = (
    "LG109",
    "LG318",
    "LG402",
    "LG403",
    "LG404",
    "LG406",
    "LG407",
    "LG408",
    "LG412",
    "LG413",
    "LG414",
)


def not_tried(saving: Saving) -> str | None:
    """Why there is nothing to say of files, or None."""
    if saving.model is not None:
        return f"no functional model can be made of the layer: {saving.model.type}"
    return "the layer is random at inference" if saving.random else None
