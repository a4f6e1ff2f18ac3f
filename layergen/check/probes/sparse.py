"""Weights whose gradient is there in a few of their numbers only, though the others matter to the output as well."""

from __future__ import annotations

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes.leaves import numbers
from layergen.check.probes.raised import attempt
from layergen.check.probes.slopes import Measure
from layergen.check.probes.structure import close, to_numpy
from layergen.check.probes.subject import Subject

SEEDS = 4
SMALLEST = 16  # numbers in a weight of which a few can be told from many
FEW = 0.1


def few_learn(subject: Subject, layer: keras.Layer, measure: Measure) -> frozenset[int]:
    """Indices among the trainable weights."""
    first = attempt(measure, subject.arrays())
    if isinstance(first, Raised):
        return frozenset()
    suspects = {index: one != 0 for index, one in enumerate(first.weights) if _few(one)}
    for seed in range(1, SEEDS if suspects else 1):
        found = attempt(measure, subject.arrays(seed=seed))
        for index in suspects if not isinstance(found, Raised) else ():
            suspects[index] = suspects[index] | (found.weights[index] != 0)
    return frozenset(
        index
        for index, learns in suspects.items()
        if _few(learns) and _rest_matters(subject, layer, layer.trainable_weights[index], learns)
    )


def _few(learns: np.ndarray | None) -> bool:
    """Some and few, and no whole row or column: that would be one of several that was chosen."""
    if learns is None or learns.size < SMALLEST or not np.any(learns):
        return False
    flags = np.asarray(learns) != 0
    whole = [flags.reshape(flags.shape[0], -1).all(axis=1).any()]
    whole.append(flags.reshape(-1, flags.shape[-1]).all(axis=0).any())
    return flags.ndim > 1 and flags.mean() <= FEW and not any(whole)


def _rest_matters(
    subject: Subject, layer: keras.Layer, weight: keras.Variable, learns: np.ndarray
) -> bool:
    value = np.array(to_numpy(weight.value))
    generator = np.random.default_rng(9)
    spread = np.abs(value).mean() + 1e-3
    change = np.where(learns, 0.0, spread * generator.standard_normal(value.shape))
    before = attempt(lambda: numbers(subject.call(layer, training=False)))
    weight.assign((value + change).astype(value.dtype))
    after = attempt(lambda: numbers(subject.call(layer, training=False)))
    weight.assign(value)
    known = not isinstance(before, Raised) and not isinstance(after, Raised)
    return known and not close(before, after)
