"""Nested inputs and outputs: walking them, describing them, making arrays for them, comparing them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import keras
import numpy as np

Leaf = dict[str, Any]  # {"shape": [2, 8], "dtype": "float32"}, further keys: "low", "high", "kind"


def is_leaf(structure: Any) -> bool:
    """Whether a piece of a drive's structure is one tensor's description."""
    return (
        isinstance(structure, Mapping)
        and "shape" in structure
        and isinstance(structure["shape"], list | tuple)
    )


def mapped(
    function: Callable[[Any], Any], structure: Any, leaf: Callable[[Any], bool] = is_leaf
) -> Any:
    """The structure with each leaf replaced by what the function makes of it."""
    if leaf(structure):
        return function(structure)
    if isinstance(structure, Mapping):
        return {key: mapped(function, value, leaf) for key, value in structure.items()}
    if isinstance(structure, tuple) and hasattr(structure, "_fields"):
        return type(structure)(*(mapped(function, value, leaf) for value in structure))
    if isinstance(structure, list | tuple):
        return type(structure)(mapped(function, value, leaf) for value in structure)
    return None if structure is None else function(structure)


def flat(structure: Any, leaf: Callable[[Any], bool] = is_leaf) -> list[Any]:
    """The leaves in order; a None inside is left out."""
    found: list[Any] = []
    mapped(found.append, structure, leaf)
    return found


def described(structure: Any) -> Any:
    """Tensors, KerasTensors or arrays as `{"shape", "dtype"}`; anything else as `{"type"}`."""
    if isinstance(structure, Mapping):
        return {str(key): described(value) for key, value in structure.items()}
    if isinstance(structure, list | tuple):
        return [described(value) for value in structure]
    if structure is None:
        return None
    if hasattr(structure, "shape") and hasattr(structure, "dtype"):
        # A ragged or unknown-rank tensor has no plain shape.
        shape = structure.shape
        rank_known = getattr(shape, "rank", 0) is not None
        sizes = [None if size is None else int(size) for size in shape] if rank_known else None
        return {"shape": sizes, "dtype": keras.backend.standardize_dtype(structure.dtype)}
    return {"type": type(structure).__name__, "value": repr(structure)[:80]}


def arrays(structure: Any, seed: int = 0, scale: float = 1.0) -> Any:
    """NumPy arrays for a described structure: the same seed gives the same numbers on every machine and backend."""
    generator = np.random.default_rng(seed)
    return mapped(lambda leaf: _array(leaf, generator, scale), structure)


def _array(leaf: Leaf, generator: np.random.Generator, scale: float) -> np.ndarray:
    shape, dtype = tuple(leaf["shape"]), str(leaf.get("dtype", "float32"))
    if dtype == "bool":
        values = generator.random(shape) < 0.7
        # A mask that hides a whole row is a case of its own; it is not the plain case.
        if values.ndim > 1:
            values[..., 0] = True
        return values
    if dtype.startswith(("int", "uint")):
        return generator.integers(leaf.get("low", 0), leaf.get("high", 4), shape).astype(dtype)
    if dtype == "string":
        return np.array(generator.choice(["a", "b", "c d"], shape), dtype=object)
    if "low" in leaf or "high" in leaf:
        values = generator.uniform(leaf.get("low", 0.0), leaf.get("high", 1.0), shape)
    else:
        values = generator.standard_normal(shape) * scale
    # bfloat16 is no NumPy type of its own; float32 is turned by the layer's own autocast.
    return values.astype("float32" if dtype == "bfloat16" else dtype)


def symbolic(structure: Any, batch: int | None = None, unknown: tuple[int, ...] = ()) -> Any:
    """`keras.Input`s for a described structure, with `batch` first and None for the sizes in `unknown`."""

    def make(leaf: Leaf) -> Any:
        if not leaf["shape"]:
            return keras.KerasTensor((), dtype=leaf.get("dtype", "float32"))
        sizes = [None if size in unknown else size for size in leaf["shape"][1:]]
        first = leaf["shape"][0] if leaf.get("kind") == "no-batch" else batch
        return keras.Input(batch_shape=(first, *sizes), dtype=leaf.get("dtype", "float32"))

    return mapped(make, structure)


def resized(
    structure: Any, batch: int | None = None, sizes: Mapping[int, int] | None = None
) -> Any:
    """The structure with another batch size, and each axis of size `old` (after the first) made `new`."""
    changes = sizes or {}

    def change(leaf: Leaf) -> Leaf:
        if not leaf["shape"] or leaf.get("kind") == "no-batch":
            return {**leaf, "shape": [changes.get(size, size) for size in leaf["shape"]]}
        first, *rest = leaf["shape"]
        shape = [first if batch is None else batch, *(changes.get(size, size) for size in rest)]
        return {**leaf, "shape": shape}

    return mapped(change, structure)


def to_numpy(structure: Any) -> Any:
    """Backend tensors as NumPy arrays, the structure kept; half types come as float32."""

    def convert(value: Any) -> Any:
        if not hasattr(value, "shape"):
            return value
        if hasattr(value, "to_tensor") and not hasattr(value, "numpy"):
            value = value.to_tensor()
        dtype = str(getattr(value, "dtype", ""))
        if "bfloat16" in dtype or "float16" in dtype:
            value = keras.ops.cast(value, "float32")
        return np.asarray(keras.ops.convert_to_numpy(value))

    return mapped(convert, structure, leaf=lambda value: hasattr(value, "shape"))


def largest_difference(first: Any, second: Any) -> float | None:
    """The largest absolute difference over all leaves, equal NaNs counted as 0; None where structures or shapes differ.

    Integer, bool and string leaves differ by 0 or infinity.
    """
    ones, others = (flat(to_numpy(_by_key(one)), _is_array) for one in (first, second))
    if len(ones) != len(others):
        return None
    worst = 0.0
    for one, other in zip(ones, others, strict=True):
        one, other = np.asarray(one), np.asarray(other)
        if one.shape != other.shape:
            return None
        if one.size == 0:
            continue
        if one.dtype.kind not in "fc" or other.dtype.kind not in "fc":
            worst = worst if np.array_equal(one, other) else float("inf")
            continue
        same = (one == other) | (np.isnan(one) & np.isnan(other))
        with np.errstate(invalid="ignore"):
            gap = np.where(same, 0.0, np.abs(one.astype("float64") - other.astype("float64")))
        worst = max(worst, float(np.nan_to_num(gap, nan=np.inf).max()))
    return worst


def close(first: Any, second: Any, relative: float = 1e-4, absolute: float = 1e-5) -> bool:
    """Whether two structures hold the same numbers, up to rounding in single precision."""
    difference = largest_difference(first, second)
    if difference is None:
        return False
    leaves = [np.asarray(leaf) for leaf in flat(to_numpy(second), _is_array)]
    finite = [np.abs(leaf[np.isfinite(leaf)]) for leaf in leaves if leaf.dtype.kind in "fc"]
    largest = max((float(leaf.max()) for leaf in finite if leaf.size), default=0.0)
    return difference <= absolute + relative * largest


def _by_key(structure: Any) -> Any:
    """Dictionaries in the order of their keys: jax.jit gives them back so, whatever the order was."""
    if isinstance(structure, Mapping):
        return {key: _by_key(structure[key]) for key in sorted(structure, key=str)}
    if isinstance(structure, list | tuple):
        return [_by_key(item) for item in structure]
    return structure


def _is_array(value: Any) -> bool:
    return hasattr(value, "shape") and not isinstance(value, Mapping)
