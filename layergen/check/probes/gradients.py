"""Probe: gradients of a random projection of the outputs, and of the losses, at weights that were all moved."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.gradients import Gradients, InputGradient, Learning
from layergen.check.probes import idle, idle_inputs, input_slopes, slopes, snapshot, sparse
from layergen.check.probes.other_settings import settings
from layergen.check.probes.other_values import compared_words
from layergen.check.probes.outcome import everything
from layergen.check.probes.raised import attempt
from layergen.check.probes.states import moved_in_training
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import shuffle

STEPS = 3
RATE = 0.3
ROUNDING = 1e-5


def probe(subject: Subject) -> Gradients:
    layer = subject.made()
    inputs = subject.arrays()
    patterns = [_is_pattern(weight) for weight in layer.trainable_weights]
    calm = slopes.Measure(subject, layer, False)
    late = input_slopes.cut_at_start(subject, layer, attempt(calm, inputs))
    stuck = attempt(_stuck, subject, layer, calm)
    shuffle(layer, 0)
    found = [attempt(calm, inputs)]
    if not _all_move(found[0]):
        # What does not learn at inference may in training, and what does not at these weights may at others.
        shuffle(layer, 1)
        found.append(attempt(slopes.Measure(subject, layer, True), subject.arrays(seed=1)))
    measured = [one for one in found if not isinstance(one, Raised)]
    if not measured:
        return Gradients(raised=found[0])
    best: dict[str, str] = {}
    for one in measured:
        for name, kind in one.kinds.items():
            best[name] = _better(best.get(name), kind)
    for index in _faint(measured):
        if _used(subject, layer, layer.trainable_weights[index], inputs) is False:
            best[f"weight:{index}"] = "zero"
    for name in _by_losses_alone(subject, layer, best):
        best[name] = "losses"
    never_finite = [
        name.partition(":")[2]
        for name, kind in best.items()
        if kind == "not-finite" and all(one.finite for one in measured)
    ]
    projected = any(one.float_output for one in measured)
    learns = {name for name, kind in best.items() if kind == "moves"}
    best |= {name: "late" for name in late if best.get(name) == "moves"}
    return Gradients(
        float_output=projected,
        weights=_weights(
            subject, layer, inputs, best, patterns, sparse.few_learn(subject, layer, calm)
        ),
        inputs=tuple(
            InputGradient(
                name,
                best[f"input:{name}"],
                best[f"input:{name}"] == "late"
                or input_slopes.used(subject, layer, name, best[f"input:{name}"]),
            )
            for name in input_slopes.float_inputs(subject)
            if f"input:{name}" in best
        ),
        zero_input=input_slopes.not_finite_at_zero(subject, calm, best) if projected else (),
        stuck=tuple(
            snapshot.short_path(layer, layer.trainable_weights[index])
            for index in (() if isinstance(stuck, Raised) else stuck)
            if f"weight:{index}" in learns
        ),
        losses=len(layer.losses),
        idle_loss=attempt(idle.loss, subject, layer) is True,
        unused_under=_unused_under(subject, layer, learns),
        never_finite=tuple(never_finite),
        idle_inputs=idle_inputs.found(subject, layer),
    )


def _unused_under(
    subject: Subject, layer: keras.Layer, learns: set[str]
) -> tuple[tuple[str, str], ...]:
    """Switches and words that leave a weight without any use which learns otherwise, or is not there: the setting, its path."""
    learning = {
        snapshot.short_path(layer, weight)
        for index, weight in enumerate(layer.trainable_weights)
        if f"weight:{index}" in learns
    }
    others = {snapshot.short_path(layer, weight) for weight in layer.weights} - learning
    found = []
    for setting in settings(subject, ("bool", "text", "other")):
        ((name, value),) = setting.changes.items()
        if not isinstance(value, bool) and value not in compared_words(subject.source, name):
            continue
        turned = attempt(subject.made, **setting.changes)
        if isinstance(turned, Raised) or len(turned.weights) < len(layer.weights):
            continue  # it leaves out what it does not use
        shuffle(turned, 0)
        inputs = subject.arrays()
        measured = attempt(slopes.Measure(subject, turned, False), inputs)
        if isinstance(measured, Raised):
            continue
        for index, weight in enumerate(turned.trainable_weights):
            path = snapshot.short_path(turned, weight)
            learns_not = measured.kinds.get(f"weight:{index}") in ("none", "zero")
            if (
                path not in others
                and learns_not
                and _used(subject, turned, weight, inputs) is False
            ):
                found.append((setting.said, path))
    return tuple(found)


def _by_losses_alone(subject: Subject, layer: keras.Layer, best: dict[str, str]) -> list[str]:
    """Inputs that learn by the losses of the layer, and in training not by what comes out."""
    moving = [name for name, kind in best.items() if name.startswith("input:") and kind == "moves"]
    attempt(subject.call, layer, training=True)  # a compiled call leaves no losses on the layer
    if not moving or not layer.losses:
        return []
    found = attempt(slopes.Measure(subject, layer, True, of="outputs"), subject.arrays(seed=1))
    if isinstance(found, Raised) or not found.float_output:
        return []
    return [name for name in moving if found.kinds.get(name) in ("zero", "none")]


def _faint(measured: list[slopes.Slopes]) -> list[int]:
    """Weights whose gradient may be nothing but rounding: a softmax over one number leaves some."""
    found = [
        [0.0 if one is None else np.abs(one).max(initial=0.0) for one in m.weights]
        for m in measured
    ]
    peaks = [max(column) for column in zip(*found, strict=True)]
    return [index for index, peak in enumerate(peaks) if 0.0 < peak < ROUNDING]


def _all_move(found: slopes.Slopes | Raised) -> bool:
    return not isinstance(found, Raised) and all(kind == "moves" for kind in found.kinds.values())


def _stuck(subject: Subject, layer: keras.Layer, measure: slopes.Measure) -> tuple[int, ...]:
    """Weights without a gradient where the layer starts, and still without one after some steps down the slope."""
    still = set(range(len(layer.trainable_weights)))
    for step in range(STEPS):
        found = measure(subject.arrays(seed=step))
        if not found.float_output:
            return ()
        still &= {
            index for index, one in enumerate(found.weights) if one is not None and not np.any(one)
        }
        if not still:
            return ()
        for weight, slope in zip(layer.trainable_weights, found.weights, strict=True):
            if slope is not None and np.isfinite(slope).all() and np.any(slope):
                change = RATE * slope / np.abs(slope).max()
                weight.assign((np.array(to_numpy(weight.value)) - change).astype(str(weight.dtype)))
    return tuple(sorted(still))


def _better(one: str | None, other: str) -> str:
    order = ("not-finite", "none", "zero", "moves")
    return other if one is None or order.index(other) > order.index(one) else one


def _is_pattern(weight: keras.Variable) -> bool:
    """Whether a weight starts as zeros and ones, both of them, in more than one place, and not as the identity."""
    value = np.array(to_numpy(weight.value))
    if "bias" in weight.name:
        return False  # open gates and closed ones: what a recurrent layer's bias starts from
    if value.size < 4 or value.dtype.kind != "f" or set(np.unique(value)) != {0.0, 1.0}:
        return False
    return not (
        value.ndim >= 2
        and np.array_equal(
            value.reshape(-1, value.shape[-1]),
            np.eye(value.size // value.shape[-1], value.shape[-1]),
        )
    )


def _weights(
    subject: Subject,
    layer: keras.Layer,
    inputs: Any,
    best: dict[str, str],
    patterns: list[bool],
    few_learn: frozenset[int],
) -> tuple[Learning, ...]:
    moved, still = moved_in_training(subject) if layer.non_trainable_weights else ((), ())
    parts = attempt(idle.parts, subject, layer)
    parts = {} if isinstance(parts, Raised) else parts
    found = []
    for index, weight in enumerate(layer.trainable_weights):
        kind = best.get(f"weight:{index}", "none")
        used = None if kind == "moves" else _used(subject, layer, weight, inputs)
        few = index in few_learn
        path = snapshot.short_path(layer, weight)
        part = "" if few else parts.get(index, "")
        found.append(Learning(path, True, kind, used, False, few, part, patterns[index]))
    for weight in layer.non_trainable_weights:
        path = snapshot.short_path(layer, weight)
        gone = path not in moved and "float" in str(weight.dtype)
        used = _used(subject, layer, weight, inputs) if gone else None
        found.append(Learning(path, False, "", used, path in moved, still=path in still))
    return tuple(found)


def _used(subject: Subject, layer: keras.Layer, weight: keras.Variable, inputs: Any) -> bool | None:
    """Whether other numbers in a weight change anything that comes out, in either mode."""
    value = np.array(to_numpy(weight.value))
    generator = np.random.default_rng(5)
    try:
        for training in (False, True):
            results = []
            for factor in (0, 1, -3):
                weight.assign(
                    (
                        value + factor * (0.5 + np.abs(generator.standard_normal(value.shape)))
                    ).astype(value.dtype)
                )
                outputs = attempt(lambda mode=training: everything(subject, layer, inputs, mode))
                if isinstance(outputs, Raised):
                    return None
                results.append(outputs)
            if any(not np.array_equal(results[0], other, equal_nan=True) for other in results[1:]):
                return True
        return False
    finally:
        weight.assign(value)
