"""LG002: Keras 2's backend functions through `tensorflow.keras`, which lives on under TensorFlow alone."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.gone_from_keras_backend import advice
from layergen.check.rules.legacy.replacements import KERAS_BACKEND
from layergen.check.source.listing import first_line
from layergen.check.source.names import places_of
from layergen.check.source.reach import unguarded

RULE = Rule(
    code="LG002",
    name="tensorflow-keras-backend",
    severity="warning",
    says="{written}: `tensorflow.keras.backend` is a shim of Keras 2 for TensorFlow alone.",
    why=(
        "The shim still works while TensorFlow is the backend. The layer fails on JAX and PyTorch, and the same "
        "line written as `from keras import backend` does not work at all."
    ),
    fix="Write {instead}.",
)


def judge(source: Source) -> Iterator[Finding]:
    places = places_of(source, unguarded(source), "tensorflow.keras.backend.")
    old = {name: nodes for name, nodes in places.items() if name in KERAS_BACKEND}
    if old:
        yield RULE.finding(line=first_line(old), **advice(old))
