"""What a layer does with the same weights and inputs, to compare with another of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.probes.raised import attempt
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.structure import close, described, to_numpy
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import nudge, signature

DRAWS = 4  # steps in training that are compared where it differs from inference


@dataclass(frozen=True)
class Behaviour:
    """Weights, outputs and losses of one layer, its weights moved off their initial values by fixed amounts."""

    raised: Raised | None = None
    initial: Any = None  # initial values of the weights
    weights: tuple[tuple[int, ...], ...] = ()
    names: tuple[str, ...] = ()
    trainable: int = 0
    outputs: Any = None
    training: Any = None
    losses: Any = ()  # the values of `layer.losses` after the call in training
    mask: Any = None  # what `compute_mask` makes of an input that carries none
    dtypes: str = ""


def behaviour(subject: Subject, layer: keras.Layer) -> Behaviour:
    """Builds the layer, then calls it in inference and in training mode with fixed weights."""
    set_seed(5)
    built = attempt(subject.call, layer, training=False)
    if isinstance(built, Raised):
        return Behaviour(raised=built)
    initial = attempt(lambda: [to_numpy(weight.value) for weight in layer.variables])
    # Weights are set to fixed values, so that two layers differ by what they do and not by how they were drawn.
    nudged = attempt(_fix, layer)
    if isinstance(nudged, Raised):
        return Behaviour(raised=nudged)
    set_seed(6)
    outputs = attempt(subject.call, layer, training=False)
    training = attempt(subject.call, layer, training=True)
    if isinstance(outputs, Raised) or isinstance(training, Raised):
        return Behaviour(raised=outputs if isinstance(outputs, Raised) else training)
    steps = [to_numpy(training)]
    if not close(outputs, training):
        # One draw of a few numbers may come out the same for two rates.
        steps += [to_numpy(attempt(subject.call, layer, training=True)) for _ in range(DRAWS - 1)]
    losses = attempt(lambda: to_numpy(list(layer.losses)))
    return Behaviour(
        initial=None if isinstance(initial, Raised) else initial,
        weights=signature(layer),
        names=tuple(sorted(weight.name for weight in layer.variables)),
        trainable=len(layer.trainable_variables),
        outputs=to_numpy(outputs),
        training=steps,
        losses=() if isinstance(losses, Raised) else losses,
        mask=_mask(subject, layer),
        dtypes=str(described(outputs)),
    )


def _mask(subject: Subject, layer: keras.Layer) -> Any:
    first = subject.tensors(subject.arrays()[subject.first])
    mask = attempt(lambda: to_numpy(layer.compute_mask(first, None)))
    return None if isinstance(mask, Raised) else mask


def _fix(layer: keras.Layer) -> None:
    for variable in layer.variables:
        if keras.backend.is_float_dtype(keras.backend.standardize_dtype(variable.dtype)):
            variable.assign(keras.ops.full(variable.shape, 0.1, dtype=variable.dtype))
    nudge(layer)


def differences(one: Behaviour, other: Behaviour) -> tuple[str, ...]:
    """In what two layers differ; nothing is known where one of them failed."""
    if one.raised is not None or other.raised is not None:
        return () if one.raised is not None and other.raised is not None else ("failure",)
    found = []
    if one.weights != other.weights or one.names != other.names or one.trainable != other.trainable:
        found.append("weights")
    elif not close(one.initial, other.initial):
        found.append("initial values")
    if one.dtypes != other.dtypes or not close(one.outputs, other.outputs):
        found.append("output")
    if not close(one.training, other.training):
        found.append("training output")
    if not close(one.losses, other.losses):
        found.append("losses")
    if not close(one.mask, other.mask):
        found.append("mask")
    return tuple(found)
