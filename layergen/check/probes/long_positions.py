"""Asks whether positions lose digits in half precision: steps beyond 256 that are taken for their neighbours."""

from __future__ import annotations

import ast
import re

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes.leaves import floats
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import copy_weights

LENGTH = 520
EXACT = 256  # bfloat16 holds all whole numbers so far, then every second one
ENOUGH = 20  # pairs of neighbours
COUNTS = re.compile(r"\b(?:arange|linspace|cumsum)\(")


def collide(subject: Subject) -> str:
    """Two neighbouring steps that a layer tells apart in float32 and not in bfloat16, as text: "257 and 258".

    All steps are given the same numbers: what tells them apart is where they stand.
    """
    leaves = flat(subject.drive.arguments)
    if len(leaves) != 1 or len(leaves[0]["shape"]) < 3:
        return ""
    if not any(COUNTS.search(ast.unparse(node)) for node in subject.source.family):
        return ""
    fine, coarse = subject.made(), attempt(subject.make, dtype="mixed_bfloat16")
    built = attempt(lambda: subject.call(coarse, training=False))
    if isinstance(built, Raised) or not copy_weights(fine, coarse):
        return ""
    precise, rough = attempt(_long, subject, fine), attempt(_long, subject, coarse)
    if isinstance(precise, Raised) or isinstance(rough, Raised) or precise.shape != rough.shape:
        return ""
    if precise.ndim < 2 or precise.shape[1] != LENGTH:
        return ""
    alike = [
        step
        for step in range(EXACT, LENGTH - 1)
        if np.array_equal(rough[:, step], rough[:, step + 1])
        and not close(precise[:, step], precise[:, step + 1], 0.05, 1e-3)
    ]
    return f"{alike[0]} and {alike[0] + 1}" if len(alike) > ENOUGH else ""


def _long(subject: Subject, layer: keras.Layer) -> np.ndarray:
    """The first output for one sequence of many steps that are all the same."""
    (leaf,) = flat(subject.drive.arguments)
    inputs = subject.arrays(batch=1, sizes={leaf["shape"][1]: LENGTH})
    (name,) = inputs
    inputs[name] = np.repeat(inputs[name][:, :1], inputs[name].shape[1], axis=1)
    return floats(subject.call(layer, inputs, training=False))[0].astype("float32")
