"""What has no part in learning beside something that has: half a weight, the way from output to input, a loss."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes.outcome import everything
from layergen.check.probes.raised import attempt
from layergen.check.probes.slopes import Measure, Slopes
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject

SEEDS = 4
SHARE = 0.25  # of the columns of a weight: fewer may be switched off by the numbers of the day
FEW_ROWS = 4  # more may be a table, of which no call reads all
FACTORS = (0.0, 1.0, -3.0, 0.1)
STILL = ("none", "zero")


def parts(subject: Subject, layer: keras.Layer) -> dict[int, str]:
    """Trainable weights of which some columns or rows learn, and the others change nothing: index and words."""
    learns: dict[int, np.ndarray] = {}
    for training in (False, True) if subject.takes("training") else (False,):
        measure = Measure(subject, layer, training)
        for seed in range(SEEDS):
            found = attempt(measure, subject.arrays(seed=seed))
            for index, slope in enumerate(() if isinstance(found, Raised) else found.weights):
                if slope is not None:
                    learns[index] = learns.get(index, False) | (slope != 0)
            if not any(_part(flags) for flags in learns.values()):
                return {}
    suspects = {index: part for index, flags in learns.items() if (part := _part(flags))}
    return {
        index: words
        for index, (words, unused) in suspects.items()
        if not _matter(subject, layer, layer.trainable_weights[index], unused)
    }


def _part(flags: np.ndarray) -> tuple[str, np.ndarray] | None:
    """The columns, or the rows, in which nothing learns though all others do, in words and as a mask."""
    if not flags.any() or flags.ndim == 0:
        return None
    columns = flags.reshape(-1, flags.shape[-1]).any(axis=0)
    if columns.size >= 1 / SHARE and (~columns).mean() >= SHARE:
        return _words("columns" if flags.ndim > 1 else "numbers", columns), np.broadcast_to(
            ~columns, flags.shape
        )
    rows = flags.reshape(flags.shape[0], -1).any(axis=1)
    few = flags.ndim == 2 and rows.size <= FEW_ROWS and not rows.all()
    if flags.ndim > 1 and (few or rows.sum() == 1 < rows.size):
        shape = (-1, *(1,) * (flags.ndim - 1))
        return _words("rows", rows), np.broadcast_to((~rows).reshape(shape), flags.shape)
    return None


def _words(what: str, learns: np.ndarray) -> str:
    places = np.flatnonzero(~learns)
    shown = ", ".join(str(place) for place in places[:4]) + (", ..." if places.size > 4 else "")
    return f"{places.size} of the {learns.size} {what} ({shown})"


def _matter(
    subject: Subject, layer: keras.Layer, weight: keras.Variable, where: np.ndarray
) -> bool:
    """Whether other numbers there, larger and smaller ones, change anything that comes out, in either mode."""
    value = np.array(to_numpy(weight.value))
    spread = np.abs(value).mean() + 1e-3
    try:
        for seed, training in ((0, False), (1, False), (0, True)):
            generator = np.random.default_rng(5)
            results: list[Any] = []
            for factor in FACTORS:
                change = factor * spread * generator.standard_normal(value.shape)
                weight.assign(np.where(where, value + change, value).astype(value.dtype))
                inputs = subject.arrays(seed=seed)
                results.append(attempt(everything, subject, layer, inputs, training))
            if any(isinstance(one, Raised) for one in results):
                return True
            if any(not np.array_equal(results[0], one, equal_nan=True) for one in results[1:]):
                return True
        return False
    finally:
        weight.assign(value)


def loss(subject: Subject, layer: keras.Layer) -> bool:
    """Whether the losses change with the inputs and have no gradient, neither at a weight nor at an input."""
    subject.call(layer, training=True)
    if not layer.losses:
        return False
    measure = Measure(subject, layer, True, of="losses")
    values = []
    for seed in range(SEEDS):
        inputs = subject.arrays(seed=seed, scale=1.0 + seed)
        found: Slopes = measure(inputs)
        if not found.kinds or any(kind not in STILL for kind in found.kinds.values()):
            return False
        subject.call(layer, inputs, training=True)
        values.append(float(sum(np.sum(to_numpy(one)) for one in layer.losses)))
    return bool(np.ptp(values) > 1e-6)
