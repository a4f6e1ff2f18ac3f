"""Probe: call the layer on `keras.Input`s with None for the batch, and trace `call` where that alone does not."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.evidence import Raised, SymbolicCall
from layergen.check.probes.promises import overridden
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
    return SymbolicCall(
        outputs=described(outputs), traced=in_graph(subject, layer, subject.symbolic())
    )


def in_graph(subject: Subject, layer: keras.Layer, symbols: dict[str, Any]) -> Raised | None:
    """What `call` raises in a graph where sizes are unknown, for a class whose shape Keras takes from its word.

    Only TensorFlow has such graphs; elsewhere sizes are known.
    """
    if subject.backend != "tensorflow" or not overridden(type(layer)):
        return None

    def call(**given: Any) -> Any:
        with subject.in_a_model():
            return subject.call(layer, given)

    result = attempt(lambda: keras.src.backend.compute_output_spec(call, **symbols))
    return result if isinstance(result, Raised) else None
