"""Probe: outputs for weights and inputs that are the same on every backend, for the parent to compare."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Calls
from layergen.check.evidence.compiled import Reference
from layergen.check.probes.leaves import numbers
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject

MOST_NUMBERS = 200


def probe(subject: Subject) -> Reference:
    calls = subject.seen.get(Calls)
    if calls is not None and (not calls.repeats or calls.moved):
        return Reference(settled=False)
    layer = subject.made()
    weights = tuple(
        (weight.path.rpartition("/")[2], tuple(weight.shape)) for weight in layer.weights
    )
    if not settle(layer):
        return Reference(weights=weights, settled=False)
    outputs = attempt(lambda: numbers(subject.call(layer, training=False)))
    if isinstance(outputs, Raised):
        return Reference(raised=outputs)
    return Reference(weights=weights, outputs=[_told(leaf) for leaf in outputs])


def settle(layer: keras.Layer) -> bool:
    """Gives every weight numbers that depend on its place and shape only; False where one cannot be."""
    for index, weight in enumerate(layer.weights):
        value = np.array(to_numpy(weight.value))
        if value.dtype.kind != "f":
            continue
        generator = np.random.default_rng(1000 + index)
        constant = value.size == 0 or np.all(value == value.flat[0])
        noise = (
            generator.uniform(0.0, 0.2, value.shape)
            if constant
            else generator.standard_normal(value.shape) * 0.3
        )
        start = value if constant else 0.0
        if isinstance(attempt(weight.assign, (start + noise).astype(value.dtype)), Raised):
            return False
    return True


def _told(leaf: np.ndarray) -> dict[str, Any]:
    numbers = np.ravel(leaf)[:MOST_NUMBERS]
    plain = [float(f"{number:.6g}") for number in numbers] if leaf.dtype.kind in "fiub" else []
    return {"shape": list(leaf.shape), "dtype": str(leaf.dtype), "numbers": plain}
