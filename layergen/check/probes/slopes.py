"""Gradients by each backend's own means: of a random projection of all float outputs plus the losses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import keras
import numpy as np

from layergen.check.probes.leaves import has_shape, not_finite, tensor_leaves
from layergen.check.probes.structure import flat
from layergen.check.probes.subject import Subject


@dataclass
class Slopes:
    """What became of each `weight:<index>` and `input:<name>`: moves, zero, none or not-finite."""

    kinds: dict[str, str] = field(default_factory=dict)
    weights: list[np.ndarray | None] = field(
        default_factory=list
    )  # gradients of the trainable weights
    float_output: bool = True
    finite: bool = True  # the outputs are


class Measure:
    """Takes the gradients of one layer in one mode, again and again: what can be compiled is compiled once."""

    def __init__(
        self, subject: Subject, layer: keras.Layer, training: bool, of: str = "everything"
    ) -> None:
        self.of = of  # everything, outputs or losses
        self.subject = subject
        self.layer = layer
        self.training = training
        self.compiled: Any = None
        self.any_float = False

    def __call__(self, inputs: dict[str, Any]) -> Slopes:
        """Gradients for all trainable weights and float inputs."""
        names = [name for name, value in inputs.items() if _is_float(value)]
        taken = {"tensorflow": self._tensorflow, "torch": self._torch, "jax": self._jax}[
            self.subject.backend
        ]
        outputs, weights, of_inputs = taken(inputs, names)
        if not self.any_float:
            return Slopes(float_output=False)
        kinds = {f"weight:{index}": _kind(gradient) for index, gradient in enumerate(weights)}
        for name in names:
            kinds[f"input:{name}"] = _kind_of_all([_kind(gradient) for gradient in of_inputs[name]])
        return Slopes(kinds, weights, True, not_finite(outputs) == "")

    def _projected(self, outputs: Any, losses: list[Any]) -> Any:
        """A random weighing of every float that comes out, and the losses, as one number."""
        generator = np.random.default_rng(50)
        terms = []
        for leaf in tensor_leaves(outputs) if self.of != "losses" else ():
            if isinstance(leaf, np.ndarray) or "float" not in keras.backend.standardize_dtype(
                leaf.dtype
            ):
                continue
            shape = tuple(leaf.shape)
            weights = generator.uniform(0.5, 1.5, shape) * generator.choice([-1.0, 1.0], shape)
            weighing = keras.ops.convert_to_tensor(weights.astype("float32"))
            terms.append(keras.ops.sum(keras.ops.cast(leaf, "float32") * weighing))
        if self.of != "outputs":
            terms += [keras.ops.sum(keras.ops.cast(loss, "float32")) for loss in losses]
        self.any_float = bool(terms)
        return sum(terms[1:], terms[0]) if terms else None

    def _call(self, tensors: dict[str, Any]) -> Any:
        return self.subject.call(self.layer, tensors, training=self.training)

    def _tensorflow(
        self, inputs: dict[str, Any], names: list[str]
    ) -> tuple[Any, list[Any], dict[str, list[Any]]]:
        import tensorflow as tf

        tensors = {name: self.subject.tensors(value) for name, value in inputs.items()}
        watched = {name: flat(tensors[name], has_shape) for name in names}
        with tf.GradientTape() as tape:
            for leaves in watched.values():
                tape.watch(leaves)
            outputs = self._call(tensors)
            total = self._projected(outputs, self.layer.losses)
        if total is None:
            return outputs, [], {}
        weights = [weight.value for weight in self.layer.trainable_weights]
        of_weights, of_inputs = tape.gradient(total, [weights, watched])
        return (
            outputs,
            [_array(one) for one in of_weights],
            {name: [_array(one) for one in gradients] for name, gradients in of_inputs.items()},
        )

    def _torch(
        self, inputs: dict[str, Any], names: list[str]
    ) -> tuple[Any, list[Any], dict[str, list[Any]]]:
        import torch

        tensors = {name: self.subject.tensors(value) for name, value in inputs.items()}
        watched = {
            name: [leaf.requires_grad_(True) for leaf in flat(tensors[name], has_shape)]
            for name in names
        }
        outputs = self._call(tensors)
        total = self._projected(outputs, self.layer.losses)
        weights = [weight.value for weight in self.layer.trainable_weights]
        wanted = [*weights, *(leaf for leaves in watched.values() for leaf in leaves)]
        learns = [leaf for leaf in wanted if leaf.requires_grad]
        gradients: dict[int, Any] = {}
        if total is not None and total.requires_grad and learns:
            found = torch.autograd.grad(total, learns, allow_unused=True)
            gradients = {id(leaf): _array(one) for leaf, one in zip(learns, found, strict=True)}
        return (
            outputs,
            [gradients.get(id(leaf)) for leaf in weights],
            {
                name: [gradients.get(id(leaf)) for leaf in leaves]
                for name, leaves in watched.items()
            },
        )

    def _jax(
        self, inputs: dict[str, Any], names: list[str]
    ) -> tuple[Any, list[Any], dict[str, list[Any]]]:
        import jax

        first = {name: self.subject.tensors(inputs[name]) for name in names}
        others = {
            name: self.subject.tensors(value) for name, value in inputs.items() if name not in names
        }

        def function(weights: Any, first: Any) -> Any:
            mapping = list(zip(self.layer.trainable_weights, weights, strict=True))
            given = {name: {**first, **others}[name] for name in inputs}
            with keras.StatelessScope(state_mapping=mapping, collect_losses=True):
                outputs = self._call(given)
                total = self._projected(outputs, list(self.layer.losses))
            return (0.0 if total is None else total), outputs

        if self.compiled is None:
            self.compiled = jax.jit(jax.value_and_grad(function, argnums=(0, 1), has_aux=True))
        weights = [weight.value for weight in self.layer.trainable_weights]
        (_, outputs), (of_weights, of_inputs) = self.compiled(weights, first)
        return (
            outputs,
            [_array(one) for one in of_weights],
            {name: [_array(one) for one in flat(of_inputs[name], has_shape)] for name in names},
        )


def _is_float(value: Any) -> bool:
    leaves = flat(value, has_shape)
    return bool(leaves) and all(leaf.dtype.kind == "f" for leaf in leaves)


def _array(gradient: Any) -> np.ndarray | None:
    if gradient is None:
        return None
    if hasattr(gradient, "values") and hasattr(gradient, "dense_shape"):
        import tensorflow as tf

        gradient = tf.convert_to_tensor(gradient)  # the rows of an embedding
    return np.asarray(keras.ops.convert_to_numpy(gradient))


def _kind(value: np.ndarray | None) -> str:
    if value is None:
        return "none"
    if not np.isfinite(value).all():
        return "not-finite"
    return "moves" if np.any(value != 0) else "zero"


def _kind_of_all(kinds: list[str]) -> str:
    """One kind for a nested input: it learns if one of its tensors does, but one that is not finite shows."""
    return next((kind for kind in ("not-finite", "moves", "zero") if kind in kinds), "none")
