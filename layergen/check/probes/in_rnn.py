"""A cell inside `keras.layers.RNN`, which is what cells are for."""

from __future__ import annotations

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes.driving.roles import STATES
from layergen.check.probes.leaves import has_shape
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, is_leaf
from layergen.check.probes.subject import Subject

STEPS = 3


def is_cell(subject: Subject, layer: keras.Layer) -> bool:
    """Whether it has a state size and is called on one step, of vectors, and its states."""
    first, *others = subject.drive.arguments
    step = subject.drive.arguments[first]
    return (
        hasattr(layer, "state_size")
        and len(others) == 1
        and bool(STATES.match(others[0]))
        and is_leaf(step)
        and len(step["shape"]) == 2
    )


def kept_states(subject: Subject, layer: keras.Layer) -> tuple[int, ...]:
    """The states, counted from 0, that come out of a step as they went in."""
    if not is_cell(subject, layer):
        return ()
    inputs = subject.arrays()
    given = flat(list(inputs.values())[1], has_shape)
    results = attempt(subject.call, layer, inputs, training=False)
    if isinstance(results, Raised) or not isinstance(results, list | tuple) or len(results) != 2:
        return ()
    returned = flat(results[1], has_shape)
    pairs = zip(given, returned, strict=False)
    return tuple(number for number, (one, other) in enumerate(pairs) if close(other, one))


def in_rnn(subject: Subject, layer: keras.Layer) -> Raised | None:
    """What goes wrong when `keras.layers.RNN` steps the cell over a sequence."""
    if not is_cell(subject, layer):
        return None
    sequence = np.stack([subject.arrays()[subject.first]] * STEPS, axis=1)
    outputs = attempt(
        lambda: keras.layers.RNN(subject.make())(keras.ops.convert_to_tensor(sequence))
    )
    return outputs if isinstance(outputs, Raised) else None
