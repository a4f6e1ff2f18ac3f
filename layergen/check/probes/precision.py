"""Probe: the layer under mixed_float16, mixed_bfloat16 and, where the backend has it, float64."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.precision import Policy, Precision
from layergen.check.probes import large_ids, structure
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat, to_numpy
from layergen.check.probes.subject import Subject


def probe(subject: Subject) -> Precision:
    plain = subject.made()
    outputs = subject.call(plain, training=False)
    policies = ["mixed_float16", "mixed_bfloat16"]
    if subject.backend != "jax":
        policies.append("float64")
    return Precision(
        plain=described(outputs),
        zero_finite=_zero(subject, plain) == "",
        policies=tuple(_under(subject, policy, plain, outputs) for policy in policies),
        given_layers=_given_layers(subject),
        ids_collide=large_ids.collide(subject),
    )


def made_under(subject: Subject, policy: str) -> Any:
    """A layer with the policy; given globally where the constructor does not take `dtype`."""
    layer = attempt(subject.make, dtype=policy)
    if not isinstance(layer, Raised):
        return layer
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(policy)
    try:
        return attempt(subject.make)
    finally:
        keras.config.set_dtype_policy(before)


def _under(subject: Subject, policy: str, plain: keras.Layer, expected: Any) -> Policy:
    layer = made_under(subject, policy)
    if isinstance(layer, Raised):
        return Policy(policy, raised=layer)
    outputs = attempt(subject.call, layer, training=False)
    if isinstance(outputs, Raised):
        return Policy(policy, str(layer.compute_dtype), raised=outputs)
    return Policy(
        policy,
        str(layer.compute_dtype),
        outputs=described(outputs),
        finite=_worst(outputs) == "",
        zero=_zero(subject, layer) if policy == "mixed_float16" else "",
        sublayers=_strangers(subject, layer),
    )


def _worst(outputs: Any) -> str:
    leaves = [
        leaf
        for leaf in flat(to_numpy(outputs), lambda value: hasattr(value, "shape"))
        if leaf.dtype.kind == "f"
    ]
    if any(np.isnan(leaf).any() for leaf in leaves):
        return "nan"
    return "inf" if any(np.isinf(leaf).any() for leaf in leaves) else ""


def _zero(subject: Subject, layer: keras.Layer) -> str:
    if not any(
        leaf.get("dtype", "float32").startswith("float") for leaf in flat(subject.drive.arguments)
    ):
        return ""
    inputs = structure.mapped(
        lambda array: np.zeros_like(array) if array.dtype.kind == "f" else array,
        subject.arrays(),
        lambda value: hasattr(value, "shape"),
    )
    outputs = attempt(lambda: _worst(subject.call(layer, inputs, training=False)))
    return "" if isinstance(outputs, Raised) else outputs


def _strangers(subject: Subject, layer: keras.Layer) -> tuple[str, ...]:
    """Sublayers with float work to do whose compute dtype is not the layer's."""
    return tuple(
        f"{child.name} ({type(child).__name__}): {child.compute_dtype}"
        for child in layer._flatten_layers(include_self=False, recursive=False)
        if child.compute_dtype != layer.compute_dtype and "float" in str(child.compute_dtype)
    )


def _given_layers(subject: Subject) -> bool:
    def holds(value: Any) -> bool:
        if isinstance(value, dict):
            return any(holds(item) for item in value.values())
        if isinstance(value, list | tuple):
            return any(holds(item) for item in value)
        return isinstance(value, keras.Layer)

    return holds(subject.init)
