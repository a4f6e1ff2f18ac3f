"""Probe: call the layer on `keras.Input`s with None for the batch, and trace `call` where that alone does not."""

from __future__ import annotations

import keras

from layergen.check.evidence import Raised, SymbolicCall
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> SymbolicCall:
    layer = attempt(subject.make)
    if isinstance(layer, Raised):
        return SymbolicCall(raised=layer)
    outputs = attempt(lambda: subject.call(layer, subject.symbolic()))
    if isinstance(outputs, Raised):
        return SymbolicCall(raised=outputs)
    return SymbolicCall(outputs=described(outputs), traced=_traced(subject, layer))


def _traced(subject: Subject, layer: keras.Layer) -> Raised | None:
    """What `call` raises in a graph with an unknown batch. Only TensorFlow has such graphs; elsewhere sizes are known."""
    asked = type(layer).compute_output_shape is not keras.Layer.compute_output_shape
    asked = asked or type(layer).compute_output_spec is not keras.Layer.compute_output_spec
    if subject.backend != "tensorflow" or not asked:
        return None
    symbols = subject.symbolic()
    result = attempt(
        lambda: keras.src.backend.compute_output_spec(
            lambda **given: subject.call(layer, given), **symbols
        )
    )
    return result if isinstance(result, Raised) else None
