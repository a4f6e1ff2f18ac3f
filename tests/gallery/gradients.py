"""Gradients of a layer on whichever backend Keras runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
from keras import ops

# The layer, its inputs (a tuple of arguments) → outputs.
Call = Callable[[keras.layers.Layer, tuple], Any]


def weighted_sum(outputs: Any) -> Any:
    """One number that depends on every output, each with its own factor."""
    total = 0.0
    for index, output in enumerate(keras.tree.flatten(outputs)):
        if keras.backend.is_float_dtype(keras.backend.standardize_dtype(output.dtype)):
            towards = ops.convert_to_tensor(factors(tuple(output.shape), index))
            total = total + ops.sum(output * towards)
    return total


def factors(shape: tuple[int, ...], index: int) -> np.ndarray:
    """The factors of output number `index`."""
    return np.random.default_rng(100 + index).normal(size=shape).astype("float32")


def gradients(
    layer: keras.layers.Layer, inputs: tuple, call: Call
) -> tuple[list[np.ndarray | None], list[np.ndarray | None]]:
    """Gradients of the weighted sum of the outputs, and of the losses, for each weight and each flat input."""
    flat = keras.tree.flatten(inputs)
    places = [index for index, x in enumerate(flat) if x is not None and x.dtype.kind == "f"]
    trainable = list(layer.trainable_weights)
    values = [flat[index] for index in places]
    on_backend = {"tensorflow": _tensorflow, "jax": _jax, "torch": _torch}[keras.backend.backend()]

    def loss(given: list) -> Any:
        changed = list(flat)
        for index, value in zip(places, given, strict=True):
            changed[index] = value
        outputs = call(layer, keras.tree.pack_sequence_as(inputs, changed))
        return weighted_sum(outputs)

    of_weights, of_inputs = on_backend(layer, trainable, values, loss)
    found = {id(weight): gradient for weight, gradient in zip(trainable, of_weights, strict=True)}
    at = dict(zip(places, of_inputs, strict=True))
    return [found.get(id(weight)) for weight in layer.weights], [
        at.get(index) for index in range(len(flat))
    ]


def _array(gradient: Any) -> np.ndarray | None:
    return None if gradient is None else ops.convert_to_numpy(ops.convert_to_tensor(gradient))


def _tensorflow(layer: Any, weights: list, values: list, loss: Callable) -> tuple[list, list]:
    import tensorflow as tf

    tensors = [tf.convert_to_tensor(value) for value in values]
    variables = [weight.value for weight in weights]
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(tensors)
        total = loss(tensors) + sum(layer.losses)
    of_weights = [tape.gradient(total, variable) for variable in variables]
    return [_array(x) for x in of_weights], [_array(tape.gradient(total, x)) for x in tensors]


def _jax(layer: Any, weights: list, values: list, loss: Callable) -> tuple[list, list]:
    import jax

    others = [v for v in layer.variables if all(v is not weight for weight in weights)]
    kept = [ops.copy(v.value) for v in others]

    def total(given: list, tensors: list) -> Any:
        pairs = [*zip(weights, given, strict=True), *zip(others, kept, strict=True)]
        with keras.StatelessScope(state_mapping=pairs, collect_losses=True) as scope:
            result = loss(tensors)
        return result + sum(scope.losses)

    given = [weight.value for weight in weights]
    of_weights, of_inputs = jax.grad(total, argnums=(0, 1))(
        given, [ops.convert_to_tensor(x) for x in values]
    )
    return [_array(x) for x in of_weights], [_array(x) for x in of_inputs]


def _torch(layer: Any, weights: list, values: list, loss: Callable) -> tuple[list, list]:
    import torch

    tensors = [
        ops.convert_to_tensor(value).detach().clone().requires_grad_(True) for value in values
    ]
    variables = [weight.value for weight in weights]
    total = loss(tensors) + sum(layer.losses)
    if not isinstance(total, torch.Tensor) or not total.requires_grad:
        return [None] * len(variables), [None] * len(tensors)
    found = torch.autograd.grad(total, [*variables, *tensors], allow_unused=True)
    found = [None if x is None else x.detach() for x in found]
    return [_array(x) for x in found[: len(variables)]], [
        _array(x) for x in found[len(variables) :]
    ]
