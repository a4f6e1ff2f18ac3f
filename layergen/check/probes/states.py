"""Which states training calls move, and which they assign without moving them."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.probes import snapshot
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import shuffle

LATER_CALLS = 12


def moved_in_training(subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Weights that a training call moves, and those that training calls assign and never move."""
    layer = subject.make()
    attempt(snapshot.build_only, subject, layer)
    if not layer.built:
        attempt(subject.call, layer, training=False)
    before = snapshot.weights(layer)
    assign, assigned = keras.Variable.assign, set[str]()

    def noting(variable: keras.Variable, value: Any) -> Any:
        assigned.add(variable.path)
        return assign(variable, value)

    keras.Variable.assign = noting
    try:
        attempt(subject.call, layer, training=True)
    finally:
        keras.Variable.assign = assign
    moved = snapshot.moved(before, snapshot.weights(layer))
    suspects = {
        snapshot.short_path(layer, weight)
        for weight in layer.non_trainable_weights
        if weight.path in assigned and "float" in str(weight.dtype)
    } - set(moved)
    # It may be that it moves at other numbers, or at each tenth step.
    for seed in range(LATER_CALLS if suspects else 0):
        shuffle(layer, seed)
        before = snapshot.weights(layer)
        attempt(subject.call, layer, subject.arrays(seed=seed + 1), training=True)
        suspects -= set(snapshot.moved(before, snapshot.weights(layer)))
    return moved, tuple(suspects)
