"""Asks whether integer inputs lose digits in half precision: ids beyond 256 that come out as their neighbours."""

from __future__ import annotations

import ast
import inspect
import re
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes import structure
from layergen.check.probes.leaves import has_shape, numbers
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat
from layergen.check.probes.subject import Subject

ENOUGH = 1024
TO_INTEGERS = re.compile(r"\bcast\([^()]+,\s*(?:dtype=)?['\"]u?int")
PAIRS = ((256, 257), (513, 512), (1001, 1000))  # bfloat16 holds only one number of each pair
COUNTS = re.compile(
    r"vocab|input_dim|num_|n_|count|size|max|depth|bins|length|position|classes|types",
    re.IGNORECASE,
)


def collide(subject: Subject, dtype: str = "") -> str:
    """The first two ids that are told apart in float32 and not in bfloat16, as text; nothing where there are none.

    They are given in the dtype of the drive, or in this one.
    """
    leaves = flat(subject.drive.arguments)
    if len(leaves) != 1 or not leaves[0].get("dtype", "").startswith("int"):
        return ""
    for changes in _roomier(subject):
        precise = attempt(subject.make, **changes)
        if isinstance(precise, Raised):
            continue
        first = attempt(_called, subject, precise, 1000, dtype)
        if isinstance(first, Raised) or any(not np.isfinite(leaf).all() for leaf in first):
            continue
        found = _compare(subject, changes, precise, dtype)
        if found:
            return found
    return ""


def collide_as_floats(subject: Subject) -> str:
    """The same for ids in float32, if the class makes integers of what it is given and so takes floats."""
    own = ast.unparse(subject.source.class_node)
    return collide(subject, "float32") if TO_INTEGERS.search(own) else ""


def _roomier(subject: Subject) -> list[dict[str, Any]]:
    """Constructor arguments that may bound the ids, made large enough one at a time; first, none."""
    found: list[dict[str, Any]] = [{}]
    given = subject.drive.init
    for name, parameter in inspect.signature(subject.layer_class.__init__).parameters.items():
        value = given.get(name, parameter.default)
        if type(value) is int and value > 1 and COUNTS.search(name):
            found.append({name: ENOUGH})
    return found[:4]


def _called(subject: Subject, layer: keras.Layer, value: int, dtype: str = "") -> list[np.ndarray]:
    inputs = structure.mapped(
        lambda array: np.full_like(array, value, dtype=dtype or None),
        subject.arrays(),
        has_shape,
    )
    return [leaf.astype("float32") for leaf in numbers(subject.call(layer, inputs, training=False))]


def _compare(subject: Subject, changes: dict[str, Any], precise: keras.Layer, dtype: str) -> str:
    rough = attempt(subject.make, dtype="mixed_bfloat16", **changes)
    if isinstance(rough, Raised) or isinstance(attempt(_called, subject, rough, 1, dtype), Raised):
        return ""
    if len(rough.weights) != len(precise.weights):
        return ""
    for weight, other in zip(rough.weights, precise.weights, strict=True):
        attempt(weight.assign, other.value)
    for one, two in PAIRS:
        fine = [attempt(_called, subject, precise, value, dtype) for value in (one, two)]
        coarse = [attempt(_called, subject, rough, value, dtype) for value in (one, two)]
        if any(isinstance(item, Raised) for item in (*fine, *coarse)):
            continue
        if not close(fine[0], fine[1], 0.05, 1e-3) and all(
            np.array_equal(left, right) for left, right in zip(coarse[0], coarse[1], strict=True)
        ):
            return f"{max(one, two)} and {min(one, two)}"
    return ""
