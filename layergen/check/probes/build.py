"""Probe: let Keras build the layer for the drive's inputs, by tracing, and list the weights that are there then."""

from __future__ import annotations

import keras

from layergen.check.evidence import Built, Raised, Weight

from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> Built:
    layer = attempt(subject.make)
    if isinstance(layer, Raised):
        return Built(raised=layer)
    result = attempt(subject.call, layer, subject.symbolic(batch=2))
    if isinstance(result, Raised) and not getattr(layer, "built", False):
        return Built(raised=result)
    own = type(layer).build is not keras.Layer.build
    how = "build" if own else "default" if layer.weights else "none"
    return Built(weights=tuple(weight_record(layer, weight) for weight in layer.weights), how=how)


def weight_record(layer: keras.Layer, weight: keras.Variable) -> Weight:
    """A variable as evidence."""
    path = weight.path.partition("/")[2] if weight.path.startswith(layer.name) else weight.path
    return Weight(path, tuple(weight.shape), str(weight.dtype), bool(weight.trainable))
