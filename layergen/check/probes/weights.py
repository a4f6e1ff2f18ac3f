"""Weights of two layers of one kind: told apart, given plain values, copied."""

from __future__ import annotations

from collections.abc import Callable

import keras
import numpy as np

from layergen.check.probes.inventory import path_in, weights_of
from layergen.check.probes.structure import to_numpy


def signature(layer: keras.Layer) -> tuple[tuple[int, ...], ...]:
    """The shapes of all weights, in order."""
    return tuple(tuple(int(size) for size in variable.shape) for variable in weights_of(layer))


def described(layer: keras.Layer) -> tuple[str, ...]:
    """Path and shape of all weights, in order."""
    return tuple(f"{path_in(layer, weight)} {tuple(weight.shape)}" for weight in weights_of(layer))


def nudge(layer: keras.Layer, seed: int = 7, keep: Callable[[], bool] | None = None) -> None:
    """Moves every float weight off its initial value, upwards: zeros and ones tell nothing, and variances stay positive.

    `keep` says whether moving a weight that is not trained did anything; where not, the layer computes with a copy
    that it made earlier, and the weight is put back.
    """
    generator = np.random.default_rng(seed)
    for variable in weights_of(layer):
        if keras.backend.is_float_dtype(keras.backend.standardize_dtype(variable.dtype)):
            value = np.array(keras.ops.convert_to_numpy(keras.ops.cast(variable.value, "float32")))
            variable.assign(
                value
                + 0.05
                + 0.1 * np.abs(generator.standard_normal(value.shape)).astype("float32")
            )


def copy_weights(source: keras.Layer, target: keras.Layer) -> bool:
    """Gives the target the source's weights, by order; False where shapes differ."""
    if signature(source) != signature(target):
        return False
    for mine, theirs in zip(weights_of(target), weights_of(source), strict=True):
        mine.assign(theirs.value)
    return True


def shuffle(layer: keras.Layer, seed: int) -> None:
    """Moves every trainable float weight away from where it starts: a gate closed by a zero opens.

    A frozen matrix of zeros waits for numbers from a file: as it is, it would hide all that is behind it.
    """
    generator = np.random.default_rng(100 + seed)
    frozen = [one for one in layer.non_trainable_weights if len(one.shape) > 1]
    empty = [one for one in frozen if not np.any(np.array(to_numpy(one.value)))]
    for weight in [*layer.trainable_weights, *empty]:
        if "float" not in str(weight.dtype):
            continue
        value = np.array(to_numpy(weight.value), "float32")
        spread = 0.3 * np.maximum(np.abs(value).mean(), 0.3)
        weight.assign((value + spread * generator.standard_normal(value.shape)).astype("float32"))
