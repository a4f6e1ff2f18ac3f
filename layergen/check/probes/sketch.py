"""A layer's attributes and config as plain text that can be compared, whatever the values are."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

import keras
import numpy as np

from layergen.check.probes.inventory import is_foreign, is_tensor, own_attributes

LONGEST = 200


def attributes(layer: keras.Layer) -> dict[str, str]:
    """Each attribute that the layer's own code set, as text; sublayers as their configs, variables left out."""
    held = {
        **own_attributes(layer),
        "activity_regularizer": getattr(layer, "activity_regularizer", None),
    }
    return {
        name: text(value) for name, value in held.items() if not isinstance(value, keras.Variable)
    }


def text(value: Any) -> str:
    """The value as short text, the same for equal values; lists equal tuples."""
    whole = json.dumps(plain(value), sort_keys=True, default=str)
    if len(whole) <= LONGEST:
        return whole
    return whole[:LONGEST] + hashlib.sha1(whole.encode()).hexdigest()[:8]


def plain(value: Any, depth: int = 6) -> Any:
    """Plain data for a value. Names that Keras numbers by itself are left out."""
    if depth == 0:
        return "…"
    if isinstance(value, bool | int | str | type(None)):
        return value
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, np.generic):
        return plain(value.item(), depth)
    if isinstance(value, Mapping) and "class_name" in value and "config" in value:
        return _serialised(value, depth)
    if isinstance(value, Mapping):
        # JSON turns other keys into strings, which is a change that has to be seen.
        return {
            key if isinstance(key, str) else f"<{key!r}>": plain(item, depth - 1)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        # One axis is written -1 or [-1], as it comes.
        items = [plain(item, depth - 1) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], int | float | str) else items
    if isinstance(value, set | frozenset):
        return sorted(str(plain(item, depth - 1)) for item in value)
    return _object(value, depth)


def _object(value: Any, depth: int) -> Any:
    if isinstance(value, keras.Variable) or is_foreign(value):
        return f"<variable {tuple(value.shape)}>"
    if isinstance(value, np.ndarray) or is_tensor(value):
        return _array(value)
    if isinstance(value, keras.random.SeedGenerator):
        return "<seed generator>"
    if hasattr(value, "get_config") and not isinstance(value, type):
        try:
            config = dict(value.get_config())
        except Exception:  # noqa: BLE001 - somebody's get_config
            return f"<{type(value).__name__}>"
        config.pop("name", None)
        return {"class": type(value).__name__, "config": plain(config, depth - 1)}
    if callable(value) and hasattr(value, "__name__"):
        # By its name, as Keras writes it: functions are made anew for each instance, or told by name.
        return str(value.__name__)
    return f"<{type(value).__name__}>"


def _serialised(value: Mapping[str, Any], depth: int) -> Any:
    """An object's description reads as the object itself."""
    if value["class_name"] == "function":
        return str(value["config"]).rpartition(">")[2]
    config = plain(value["config"], depth - 1)
    if isinstance(config, dict):
        config.pop("name", None)
    return {"class": value["class_name"], "config": config}


def _array(value: Any) -> str:
    try:
        array = np.asarray(keras.ops.convert_to_numpy(value))
        if array.size <= 8:
            return f"<array {plain(array.tolist())}>"
        digest = hashlib.sha1(np.ascontiguousarray(array).tobytes()).hexdigest()[:8]
        return f"<array {array.shape} {digest}>"
    except Exception:  # noqa: BLE001 - a symbolic tensor has no values
        return f"<tensor {getattr(value, 'shape', '?')}>"
