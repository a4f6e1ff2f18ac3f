"""What a layer's own random generators are used for: whether at all, alike in every instance or row, twice in one call, unscaled."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.randomness import Noise
from layergen.check.probes import draws
from layergen.check.probes.leaves import floats
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject

RATE = re.compile(r"rate|drop")
ROWS, CALLS = 64, 6
ROWS_ALIKE = 8


def noise(subject: Subject) -> Noise:
    """None of it is asked of a layer that has no generator among its own attributes."""
    layer = attempt(subject.made, training=False)
    if isinstance(layer, Raised) or not generators(layer):
        return Noise()
    rates = _rates(subject)
    raised_rates = {name: value or 0.5 for name, value in rates.items()}
    used = attempt(_drawn, subject, 11, raised_rates)
    if isinstance(used, Raised):
        return Noise()
    values, idle = used
    other = attempt(_drawn, subject, 22, raised_rates)
    settled = "seed" not in inspect.signature(subject.layer_class.__init__).parameters
    alike = settled and not isinstance(other, Raised) and other[0] == values
    return Noise(
        idle=idle,
        repeats_itself=len(set(values)) < len(values),
        same_in_all=bool(values) and alike,
        shrinks=_shrinks(subject, raised_rates) if values and rates else None,
        shared=bool(values) and attempt(_shared, subject, raised_rates) is True,
    )


def with_rates(subject: Subject) -> Subject | None:
    """The same subject with the rates that are 0 raised; None where there are none."""
    raised = {name: 0.5 for name, value in _rates(subject).items() if value == 0.0}
    if not raised:
        return None
    return replace(subject, drive=replace(subject.drive, init={**subject.drive.init, **raised}))


def generators(layer: keras.Layer) -> dict[str, keras.random.SeedGenerator]:
    return {
        name: value
        for name, value in vars(layer).items()
        if isinstance(value, keras.random.SeedGenerator)
    }


def _rates(subject: Subject) -> dict[str, float]:
    """Arguments that are shares by name and value, as the drive has them."""
    parameters = inspect.signature(subject.layer_class.__init__).parameters
    given = {name: subject.drive.init.get(name, one.default) for name, one in parameters.items()}
    return {
        name: float(value)
        for name, value in given.items()
        if RATE.search(name) and isinstance(value, int | float) and 0.0 <= value < 1.0
    }


def _drawn(subject: Subject, world: int, changes: dict[str, Any]) -> tuple[list[str], str]:
    """What one training call draws, and the name of a generator whose state has stood still since it was made."""
    layer = subject.make(world, **changes)
    before = {name: _state(one) for name, one in generators(layer).items()}
    with draws.recorded(layer) as first:  # a cell draws its masks once, and keeps them
        subject.call(layer, training=True)
    values: list[str] = []
    with draws.recorded(layer, values) as asked:
        subject.call(layer, training=True)
    still = [name for name, one in generators(layer).items() if before.get(name) == _state(one)]
    return values, "" if first or asked or not still else still[0]


def _shared(subject: Subject, rates: dict[str, float]) -> bool:
    """Whether rows that are alike stay alike in each call, though call by call they get other numbers.

    One number for the whole batch is another thing: a layer that is dropped, a factor of the brightness. So is noise
    on weights of the layer's own.
    """
    layer = subject.made(**rates)
    if layer._trainable_variables:
        return False
    inputs = keras.tree.map_structure(_alike, subject.arrays(batch=ROWS_ALIKE))
    results = [floats(subject.call(layer, inputs, training=True)) for _ in range(CALLS)]
    if any(len(result) != 1 for result in results):
        return False
    whole = np.stack([result[0] for result in results])
    if whole.ndim < 3 or whole.shape[1] != ROWS_ALIKE or not np.isfinite(whole).all():
        return False
    if np.abs(whole - whole[:, :1]).max() > 1e-5 * max(1.0, np.abs(whole).max()):
        return False
    # What the calls differ by is a line where one number is drawn, and more where many are.
    rows = whole[:, 0].reshape(CALLS, -1).astype("float64")
    spread = np.linalg.svd(rows - rows.mean(axis=0), compute_uv=False)
    return bool(spread[0] > 1e-3 and spread[1] > 1e-2 * spread[0])


def _alike(array: Any) -> Any:
    """The first row as often as there are rows."""
    if np.ndim(array) == 0 or len(array) != ROWS_ALIKE:
        return array
    return np.repeat(array[:1], len(array), axis=0)


def _state(generator: keras.random.SeedGenerator) -> list[int]:
    return np.asarray(to_numpy(generator.state.value)).tolist()


def _shrinks(subject: Subject, rates: dict[str, float]) -> float | None:
    """The share of the output that is left on average in training, where it is one minus a rate and not one."""
    layer = attempt(subject.make, **rates)
    inputs = subject.arrays(batch=ROWS)
    calm = attempt(lambda: floats(subject.call(layer, inputs, training=False)))
    if isinstance(layer, Raised) or isinstance(calm, Raised) or len(calm) != 1:
        return None
    shares, sizes = [], []
    whole = max(float(np.vdot(calm[0], calm[0])), 1e-9)
    for _ in range(CALLS):
        loud = attempt(lambda: floats(subject.call(layer, inputs, training=True)))
        if isinstance(loud, Raised) or loud[0].shape != calm[0].shape:
            return None
        shares.append(float(np.vdot(loud[0], calm[0])) / whole)
        sizes.append(float(np.vdot(loud[0], loud[0])) / whole)
    share, doubt = float(np.mean(shares)), float(np.std(shares)) / CALLS**0.5 + 0.02
    explained = [rate for rate in rates.values() if abs(share - (1 - rate)) < 3 * doubt]
    # AlphaDropout makes up for it another way: it keeps the spread.
    smaller = share < 1 - 4 * doubt and np.mean(sizes) < share + 0.1
    return share if explained and smaller else None
