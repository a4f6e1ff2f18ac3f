"""Gradients by each backend's own means: of a random projection of all float outputs plus the losses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np

from layergen.check.probes.leaves import not_finite, tensor_leaves
from layergen.check.probes.structure import flat
from layergen.check.probes.subject import Subject


@dataclass
class Slopes:
    """What became of each `weight:<index>` and `input:<name>`: moves, zero, none or not-finite."""

    kinds: dict[str, str] = field(default_factory=dict)
    float_output: bool = True
    finite: bool = True  # the outputs are


def of(
    subject: Subject, layer: keras.Layer, inputs: dict[str, Any], training: bool, seed: int
) -> Slopes:
    """Gradients for all trainable weights and float inputs."""
    names = [name for name, value in inputs.items() if _is_float(value)]
    if subject.backend == "tensorflow":
        return _tensorflow(subject, layer, inputs, names, training, seed)
    if subject.backend == "torch":
        return _torch(subject, layer, inputs, names, training, seed)
    return _jax(subject, layer, inputs, names, training, seed)


def _is_float(value: Any) -> bool:
    leaves = flat(value, _has_shape)
    return bool(leaves) and all(leaf.dtype.kind == "f" for leaf in leaves)


def _has_shape(value: Any) -> bool:
    return hasattr(value, "shape")


def projected(outputs: Any, losses: list[Any], seed: int) -> tuple[Any, bool]:
    """A random weighing of every float that comes out, as one number; whether there is any float."""
    generator = np.random.default_rng(50 + seed)
    total, floats = None, False
    for leaf in tensor_leaves(outputs):
        dtype = keras.backend.standardize_dtype(leaf.dtype) if hasattr(leaf, "dtype") else ""
        if "float" not in dtype or isinstance(leaf, np.ndarray):
            continue
        floats = True
        weights = generator.uniform(0.5, 1.5, tuple(leaf.shape)) * generator.choice(
            [-1.0, 1.0], tuple(leaf.shape)
        )
        term = keras.ops.sum(keras.ops.cast(leaf, "float32") * weights.astype("float32"))
        total = term if total is None else total + term
    for loss in losses:
        term = keras.ops.sum(keras.ops.cast(loss, "float32"))
        floats = True
        total = term if total is None else total + term
    return total, floats


def _kind(gradient: Any) -> str:
    if gradient is None:
        return "none"
    value = np.asarray(gradient)
    if not np.isfinite(value).all():
        return "not-finite"
    return "moves" if np.any(value != 0) else "zero"


def _worst_of(kinds: list[str]) -> str:
    """One kind for a nested input: it learns if one of its tensors does, but one that is not finite shows."""
    for kind in ("not-finite", "moves", "zero"):
        if kind in kinds:
            return kind
    return "none"


def _finite(outputs: Any) -> bool:
    return not_finite(outputs) == ""


def _tensorflow(
    subject: Subject, layer: Any, inputs: Any, names: list[str], training: bool, seed: int
) -> Slopes:
    import tensorflow as tf

    tensors = {name: subject.tensors(value) for name, value in inputs.items()}
    watched = {name: flat(tensors[name], _has_shape) for name in names}
    with tf.GradientTape() as tape:
        for leaves in watched.values():
            tape.watch(leaves)
        outputs = subject.call(layer, tensors, training=training)
        total, floats = projected(outputs, layer.losses, seed)
    weights = [weight.value for weight in layer.trainable_weights]
    if not floats:
        return Slopes({}, False)
    flat_inputs = [leaf for leaves in watched.values() for leaf in leaves]
    gradients = (
        tape.gradient(total, [*weights, *flat_inputs])
        if hasattr(total, "graph") or total is not None
        else []
    )
    gradients = [tf.convert_to_tensor(one) if one is not None else None for one in gradients]
    return _named(
        gradients,
        len(weights),
        {name: len(leaves) for name, leaves in watched.items()},
        _finite(outputs),
    )


def _named(gradients: list[Any], weights: int, inputs: dict[str, int], finite: bool) -> Slopes:
    kinds = {
        f"weight:{index}": _kind(gradient) for index, gradient in enumerate(gradients[:weights])
    }
    rest = gradients[weights:]
    for name, count in inputs.items():
        kinds[f"input:{name}"] = _worst_of([_kind(gradient) for gradient in rest[:count]])
        rest = rest[count:]
    return Slopes(kinds, True, finite)


def _torch(
    subject: Subject, layer: Any, inputs: Any, names: list[str], training: bool, seed: int
) -> Slopes:
    import torch

    tensors = {name: subject.tensors(value) for name, value in inputs.items()}
    watched = {
        name: [leaf.requires_grad_(True) for leaf in flat(tensors[name], _has_shape)]
        for name in names
    }
    outputs = subject.call(layer, tensors, training=training)
    total, floats = projected(outputs, layer.losses, seed)
    if not floats:
        return Slopes({}, False)
    weights = [weight.value for weight in layer.trainable_weights]
    wanted = [*weights, *(leaf for leaves in watched.values() for leaf in leaves)]
    if not total.requires_grad:
        gradients: list[Any] = [None] * len(wanted)
    else:
        gradients = list(torch.autograd.grad(total, wanted, allow_unused=True))
    gradients = [None if one is None else one.detach().cpu().numpy() for one in gradients]
    return _named(
        gradients,
        len(weights),
        {name: len(leaves) for name, leaves in watched.items()},
        _finite(outputs),
    )


def _jax(
    subject: Subject, layer: Any, inputs: Any, names: list[str], training: bool, seed: int
) -> Slopes:
    import jax

    first = {name: subject.tensors(inputs[name]) for name in names}
    others = {name: subject.tensors(value) for name, value in inputs.items() if name not in names}
    weights = [weight.value for weight in layer.trainable_weights]
    floats = {}

    def function(weights: Any, first: Any) -> Any:
        mapping = list(zip(layer.trainable_weights, weights, strict=True))
        given = {name: {**first, **others}[name] for name in inputs}
        with keras.StatelessScope(state_mapping=mapping, collect_losses=True):
            outputs = subject.call(layer, given, training=training)
            total, floats["any"] = projected(outputs, list(layer.losses), seed)
        return (0.0 if total is None else total), outputs

    slope = jax.jit(jax.value_and_grad(function, argnums=(0, 1), has_aux=True))
    (_, outputs), (of_weights, of_inputs) = slope(weights, first)
    if not floats["any"]:
        return Slopes({}, False)
    gradients = [
        *of_weights,
        *(leaf for name in names for leaf in flat(of_inputs[name], _has_shape)),
    ]
    counts = {name: len(flat(of_inputs[name], _has_shape)) for name in names}
    return _named(gradients, len(weights), counts, _finite(outputs))
