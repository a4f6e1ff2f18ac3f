"""Watches whether `call` changes the containers and tensors that it is given."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes.leaves import numbers
from layergen.check.probes.raised import attempt


@dataclass
class Seen:
    """What was changed, in words; None where nothing was."""

    changed: str | None = None


@contextlib.contextmanager
def watched(layer: keras.Layer) -> Iterator[Seen]:
    """Looks at what Keras hands to `call`, before and after. Keras copies containers, so the caller sees little of it."""
    seen = Seen()
    original = layer.call

    @functools.wraps(original)
    def call(*values: Any, **options: Any) -> Any:
        given = [*values, *options.values()]
        before = [(_shallow(value), _copied(value)) for value in given]
        outputs = original(*values, **options)
        for value, (kept, arrays) in zip(given, before, strict=True):
            seen.changed = seen.changed or _difference(kept, value, arrays)
        return outputs

    layer.__dict__["call"] = call
    try:
        yield seen
    finally:
        layer.__dict__.pop("call", None)


def _shallow(value: Any) -> Any:
    return (
        dict(value) if isinstance(value, dict) else list(value) if isinstance(value, list) else None
    )


def _copied(value: Any) -> list[np.ndarray]:
    arrays = attempt(numbers, value)
    return [] if isinstance(arrays, Raised) else [np.array(array) for array in arrays]


def _difference(kept: Any, now: Any, arrays: list[np.ndarray]) -> str | None:
    if isinstance(kept, dict):
        if set(kept) != set(now):
            return f"the keys {sorted(set(kept) ^ set(now), key=str)!r} of the dictionary"
        if any(now[key] is not value for key, value in kept.items()):
            return "an entry of the dictionary"
    if isinstance(kept, list):
        if len(kept) != len(now):
            return f"the list, {len(kept)} entries before, {len(now)} after"
        if any(one is not other for one, other in zip(kept, now, strict=True)):
            return "an entry of the list"
    after = _copied(now)
    if len(after) == len(arrays):
        for one, other in zip(arrays, after, strict=True):
            plain = one.dtype.kind in "fiub" and one.shape == other.shape
            if plain and not np.array_equal(one, other, equal_nan=one.dtype.kind == "f"):
                return "the numbers of the tensor"
    return None
