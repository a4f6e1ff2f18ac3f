"""What reaches the inputs of a layer on the way back: where the gradient is cut, late or not finite."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes import slopes, structure
from layergen.check.probes.leaves import has_shape
from layergen.check.probes.outcome import everything
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat
from layergen.check.probes.subject import Subject

STEPS_ASIDE = (0.01, 0.02)
SMOOTH = 1e-3  # a slope below it may be rounding


def cut_at_start(subject: Subject, layer: keras.Layer, found: slopes.Slopes | Raised) -> list[str]:
    """Inputs on which the output depends smoothly where the layer starts, and that get no gradient there."""
    if isinstance(found, Raised):
        return []
    cut = [
        name
        for name, kind in found.kinds.items()
        if name.startswith("input:") and kind in ("zero", "none")
    ]
    return [name for name in cut if _smooth(subject, layer, name.partition(":")[2])]


def _smooth(subject: Subject, layer: keras.Layer, name: str) -> bool:
    """Whether small steps of an input change the outputs by as much as they are long: no stairs and no noise."""

    def moved(step: float) -> Any:
        inputs = subject.arrays()
        inputs[name] = structure.mapped(lambda array: _aside(array, step), inputs[name], has_shape)
        return attempt(lambda: everything(subject, layer, inputs, False, False))

    slopes_seen = []
    for step in STEPS_ASIDE:
        ahead, behind = moved(step), moved(-step)
        if isinstance(ahead, Raised) or isinstance(behind, Raised) or ahead.shape != behind.shape:
            return False
        slopes_seen.append((ahead - behind) / (2 * step))
    return bool(np.abs(slopes_seen[0]).max(initial=0.0) > SMOOTH) and close(
        slopes_seen[0], slopes_seen[1], 0.1, 1e-3
    )


def _aside(array: np.ndarray, step: float) -> np.ndarray:
    """Another step in each number: a normalisation takes back what is the same everywhere."""
    return (array + step * np.cos(np.arange(array.size)).reshape(array.shape)).astype(array.dtype)


def float_inputs(subject: Subject) -> list[str]:
    """Names of the tensor arguments that hold floats only."""
    return [
        name
        for name, argument in subject.drive.arguments.items()
        if flat(argument)
        and all(leaf.get("dtype", "float32").startswith("float") for leaf in flat(argument))
    ]


def used(subject: Subject, layer: keras.Layer, name: str, kind: str) -> bool | None:
    """Whether a float input changes a float output, where no gradient flows to it."""
    if kind == "moves":
        return None
    modes = (False, True) if subject.takes("training") else (False,)
    found = [_changes(subject, layer, name, mode, kind != "losses") for mode in modes]
    return None if None in found else any(found)


def _changes(
    subject: Subject, layer: keras.Layer, name: str, training: bool, with_losses: bool
) -> bool | None:
    """Whether other numbers in an input change what comes out in this mode."""
    results = []
    for scale in (1.0, 1.7, -2.3, 0.0):
        inputs = subject.arrays()
        inputs[name] = structure.mapped(
            lambda array, s=scale: (array * s).astype(array.dtype),
            inputs[name],
            has_shape,
        )
        outputs = attempt(
            lambda given=inputs: everything(subject, layer, given, training, with_losses)
        )
        if isinstance(outputs, Raised):
            return None
        results.append(outputs)
    return any(
        one.shape != results[0].shape or not np.array_equal(one, results[0], equal_nan=True)
        for one in results[1:]
    )


def not_finite_at_zero(
    subject: Subject, measure: slopes.Measure, best: dict[str, str]
) -> tuple[str, ...]:
    """Gradients that are not finite for an input of zeros, though the outputs are."""
    inputs = structure.mapped(
        lambda array: np.zeros_like(array) if array.dtype.kind == "f" else array,
        subject.arrays(),
        has_shape,
    )
    found = attempt(measure, inputs)
    if isinstance(found, Raised) or not found.finite:
        return ()
    return tuple(
        name.partition(":")[2]
        for name, kind in found.kinds.items()
        if kind == "not-finite" and best.get(name) != "not-finite"
    )
