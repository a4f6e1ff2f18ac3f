"""Base arguments that a constructor refuses, and those that would change nothing in the layer."""

from __future__ import annotations

from layergen.check.evidence import Built, Config, Construction, EagerCall
from layergen.check.rules.structures import leaves


def without_effect(name: str, built: Built | None, called: EagerCall | None) -> bool:
    """Whether there is nothing to freeze by `trainable`, or no float that the policy of `dtype` could be about."""
    if built is None or built.raised is not None or built.weights:
        return False
    if name != "dtype":
        return name == "trainable"
    outputs = leaves(called.outputs) if called is not None and called.raised is None else []
    return bool(outputs) and not any("float" in leaf["dtype"] for leaf in outputs)


def refused(construction: Construction, built: Built | None, called: EagerCall | None) -> list[str]:
    """The base arguments that the constructor does not know."""
    if construction.takes_keywords:
        return []
    return [
        item.name
        for item in construction.base_arguments
        if item.refused is not None
        and item.refused.type == "TypeError"
        and item.name in item.refused.message
        and not without_effect(item.name, built, called)
    ]


def reloads_without(config: Config | None) -> bool:
    """Whether the layer comes back from its config all the same."""
    return config is not None and not (config.raised or config.restored or config.restored_json)
