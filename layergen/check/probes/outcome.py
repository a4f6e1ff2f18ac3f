"""All that comes out of one call, drawn from the same seeds each time: what two calls are compared by."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.probes.leaves import numbers
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject


def everything(
    subject: Subject, layer: keras.Layer, inputs: Any, training: bool, with_losses: bool = True
) -> np.ndarray:
    """All numbers that come out of a call, losses included, in one row."""
    set_seed(1)
    _reset_seeds(layer)
    outputs = numbers(subject.call(layer, inputs, training=training))
    losses = [np.asarray(to_numpy(loss)) for loss in layer.losses] if with_losses else []
    return np.concatenate(
        [np.ravel(leaf).astype("float64") for leaf in [*outputs, *losses]] or [np.zeros(0)]
    )


def _reset_seeds(layer: keras.Layer) -> None:
    for variable in layer.variables:
        if "seed_generator_state" in variable.path:
            variable.assign(
                np.array([3, 0], "uint32" if "uint" in str(variable.dtype) else "int32")
            )
