"""Probe: gradients of a random projection of the outputs, and of the losses, at weights that were all moved."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.gradients import Gradients, InputGradient, Learning
from layergen.check.probes import slopes, snapshot, structure
from layergen.check.probes.leaves import has_shape, numbers
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import flat, to_numpy
from layergen.check.probes.subject import Subject

ATTEMPTS = (
    (True, 0),
    (False, 1),
    (True, 2),
)  # training mode and seed; a weight learns if it does in one of them


def probe(subject: Subject) -> Gradients:
    layer = subject.made()
    shuffle(layer, 0)
    inputs = subject.arrays()
    watched = _float_inputs(subject)
    best: dict[str, str] = {}
    projected = True
    broken: Raised | None = None
    for training, seed in ATTEMPTS:
        if best and all(kind == "moves" for kind in best.values()):
            break
        if seed:
            shuffle(layer, seed)
        found = attempt(slopes.of, subject, layer, inputs, training, seed)
        if isinstance(found, Raised):
            broken = broken or found
            continue
        projected = found.float_output
        for name, slope in found.kinds.items():
            best[name] = _better(best.get(name), slope)
    if not best and broken is not None:
        return Gradients(raised=broken)
    return Gradients(
        float_output=projected,
        weights=_weights(subject, layer, inputs, best),
        inputs=tuple(
            InputGradient(
                name,
                best[f"input:{name}"],
                _input_used(subject, layer, name, best[f"input:{name}"]),
            )
            for name in watched
            if f"input:{name}" in best
        ),
        zero_input=_at_zero(subject, layer, best) if watched and projected else (),
        losses=len(layer.losses),
    )


def _better(one: str | None, other: str) -> str:
    order = ("not-finite", "none", "zero", "moves")
    return other if one is None or order.index(other) > order.index(one) else one


def shuffle(layer: keras.Layer, seed: int) -> None:
    """Moves every trainable float weight away from where it starts: a gate closed by a zero opens."""
    generator = np.random.default_rng(100 + seed)
    for weight in layer.trainable_weights:
        if "float" not in str(weight.dtype):
            continue
        value = np.array(to_numpy(weight.value), "float32")
        spread = 0.3 * np.maximum(np.abs(value).mean(), 0.3)
        weight.assign((value + spread * generator.standard_normal(value.shape)).astype("float32"))


def _float_inputs(subject: Subject) -> list[str]:
    """Names of the tensor arguments that hold floats only."""
    return [
        name
        for name, argument in subject.drive.arguments.items()
        if flat(argument)
        and all(leaf.get("dtype", "float32").startswith("float") for leaf in flat(argument))
    ]


def _weights(
    subject: Subject, layer: keras.Layer, inputs: Any, best: dict[str, str]
) -> tuple[Learning, ...]:
    moved = set(_moved_in_training(subject)) if layer.non_trainable_weights else set()
    found = []
    for index, weight in enumerate(layer.trainable_weights):
        kind = best.get(f"weight:{index}", "none")
        used = None if kind == "moves" else _used(subject, layer, weight, inputs)
        found.append(Learning(snapshot.short_path(layer, weight), True, kind, used))
    for weight in layer.non_trainable_weights:
        path = snapshot.short_path(layer, weight)
        gone = path not in moved and "float" in str(weight.dtype)
        used = _used(subject, layer, weight, inputs) if gone else None
        found.append(Learning(path, False, "", used, path in moved))
    return tuple(found)


def _moved_in_training(subject: Subject) -> tuple[str, ...]:
    layer = subject.made(training=True)
    before = snapshot.weights(layer)
    attempt(subject.call, layer, training=True)
    return snapshot.moved(before, snapshot.weights(layer))


def _used(subject: Subject, layer: keras.Layer, weight: keras.Variable, inputs: Any) -> bool | None:
    """Whether other numbers in a weight change anything that comes out, in either mode."""
    value = np.array(to_numpy(weight.value))
    generator = np.random.default_rng(5)
    try:
        for training in (False, True):
            results = []
            for factor in (0, 1, -3):
                keras.utils.set_random_seed(1)
                _reset_seeds(layer)
                weight.assign(
                    (
                        value + factor * (0.5 + np.abs(generator.standard_normal(value.shape)))
                    ).astype(value.dtype)
                )
                outputs = attempt(lambda mode=training: _everything(subject, layer, inputs, mode))
                if isinstance(outputs, Raised):
                    return None
                results.append(outputs)
            if any(not np.array_equal(results[0], other, equal_nan=True) for other in results[1:]):
                return True
        return False
    finally:
        weight.assign(value)


def _everything(subject: Subject, layer: keras.Layer, inputs: Any, training: bool) -> np.ndarray:
    """All numbers that come out of a call, losses included, in one row."""
    outputs = numbers(subject.call(layer, inputs, training=training))
    losses = [np.asarray(to_numpy(loss)) for loss in layer.losses]
    return np.concatenate(
        [np.ravel(leaf).astype("float64") for leaf in [*outputs, *losses]] or [np.zeros(0)]
    )


def _reset_seeds(layer: keras.Layer) -> None:
    for variable in layer.variables:
        if "seed_generator_state" in variable.path:
            variable.assign(
                np.array([3, 0], "uint32" if "uint" in str(variable.dtype) else "int32")
            )


def _input_used(subject: Subject, layer: keras.Layer, name: str, kind: str) -> bool | None:
    """Whether a float input changes a float output, where no gradient flows to it."""
    if kind == "moves":
        return None
    results = []
    for scale in (1.0, 1.7, -2.3):
        inputs = subject.arrays()
        inputs[name] = structure.mapped(
            lambda array, s=scale: (array * s).astype(array.dtype),
            inputs[name],
            has_shape,
        )
        outputs = attempt(lambda given=inputs: _everything(subject, layer, given, False))
        if isinstance(outputs, Raised):
            return None
        results.append(outputs)
    return any(
        one.shape != results[0].shape or not np.array_equal(one, results[0], equal_nan=True)
        for one in results[1:]
    )


def _at_zero(subject: Subject, layer: keras.Layer, best: dict[str, str]) -> tuple[str, ...]:
    """Gradients that are not finite for an input of zeros, though the outputs are."""
    inputs = structure.mapped(
        lambda array: np.zeros_like(array) if array.dtype.kind == "f" else array,
        subject.arrays(),
        has_shape,
    )
    found = attempt(slopes.of, subject, layer, inputs, False, 0)
    if isinstance(found, Raised) or not found.finite:
        return ()
    return tuple(
        name.partition(":")[2]
        for name, kind in found.kinds.items()
        if kind == "not-finite" and best.get(name) != "not-finite"
    )
