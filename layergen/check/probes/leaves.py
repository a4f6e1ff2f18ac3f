"""The tensors in what a layer returned, as NumPy arrays; whatever else stands there is left out."""

from __future__ import annotations

from typing import Any

import numpy as np

from layergen.check.probes.structure import flat, to_numpy


def has_shape(value: Any) -> bool:
    return hasattr(value, "shape")


def tensor_leaves(outputs: Any) -> list[Any]:
    """The leaves that are tensors or arrays, in order."""
    return [
        leaf
        for leaf in flat(outputs, has_shape)
        if hasattr(leaf, "shape") and hasattr(leaf, "dtype")
    ]


def numbers(outputs: Any) -> list[np.ndarray]:
    """The same as NumPy arrays."""
    return [np.asarray(leaf) for leaf in tensor_leaves(to_numpy(outputs))]


def floats(outputs: Any) -> list[np.ndarray]:
    return [leaf for leaf in numbers(outputs) if leaf.dtype.kind == "f"]


def not_finite(outputs: Any) -> str:
    """nan, inf or nothing: the worst that any float holds."""
    leaves = floats(outputs)
    if any(np.isnan(leaf).any() for leaf in leaves):
        return "nan"
    return "inf" if any(np.isinf(leaf).any() for leaf in leaves) else ""
