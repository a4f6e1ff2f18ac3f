"""Probe: the layer under mixed_float16, mixed_bfloat16 and, where the backend has it, float64."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.precision import Policy, Precision
from layergen.check.probes import large_ids, long_positions, structure
from layergen.check.probes.inventory import attribute_of
from layergen.check.probes.leaves import floats, has_shape, not_finite
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat
from layergen.check.probes.subject import Subject

HUNDREDS = 300.0
GROWN = 5.0  # an output that grows more than this with its input may overflow with it


def probe(subject: Subject) -> Precision:
    plain = subject.made()
    outputs = subject.call(plain, training=False)
    policies = ["mixed_float16", "mixed_bfloat16"]
    # JAX has float64 switched off; on torch Keras 3.15's own matmul gives float32 for float64.
    if subject.backend == "tensorflow":
        policies.append("float64")
    ids_collide = large_ids.collide(subject)
    return Precision(
        plain=described(outputs),
        zero_finite=_zero(subject, plain) == "",
        policies=tuple(_under(subject, policy) for policy in policies),
        given_layers=_given_layers(subject),
        strangers=_alone(subject),
        ids_collide=ids_collide,
        positions_collide=long_positions.collide(subject),
        floats_collide="" if ids_collide else large_ids.collide_as_floats(subject),
    )


def _under(subject: Subject, policy: str) -> Policy:
    """The layer made under a global policy, as the user of a model sets it: sublayers follow by themselves."""
    before = keras.config.dtype_policy()
    keras.config.set_dtype_policy(policy)
    try:
        layer = attempt(subject.make)
        outputs = (
            layer if isinstance(layer, Raised) else attempt(subject.call, layer, training=False)
        )
        if isinstance(outputs, Raised):
            return Policy(policy, raised=outputs)
        promised = _promised(subject, layer)
        trained = attempt(subject.call, layer, training=True) if subject.takes("training") else None
    finally:
        keras.config.set_dtype_policy(before)
    return Policy(
        policy,
        str(layer.compute_dtype),
        outputs=described(outputs),
        promised=promised,
        trained=None if isinstance(trained, Raised) else described(trained),
        trained_raised=trained if isinstance(trained, Raised) else None,
        finite=not_finite(outputs) == "",
        zero=_zero(subject, layer) if policy == "mixed_float16" else "",
        hundreds=_hundreds(subject, layer) if policy == "mixed_float16" else "",
    )


def _promised(subject: Subject, layer: keras.Layer) -> Any:
    """The outputs that the class's own words promise under the policy that is set; a trace promises what comes out."""
    if type(layer).compute_output_spec is keras.Layer.compute_output_spec:
        return None
    promised = attempt(lambda: described(subject.call(layer, subject.symbolic())))
    return None if isinstance(promised, Raised) else promised


def _hundreds(subject: Subject, layer: keras.Layer) -> str:
    """What float16 makes of numbers of some hundreds, whose squares it cannot hold.

    It is asked of layers that take the size of their input away, as normalisations do: their output is moderate, and
    what cannot be held stands on the way to it. Where the output grows, so may everything else.
    """
    if any("low" in leaf or "high" in leaf for leaf in flat(subject.drive.arguments)):
        return ""
    inputs = subject.arrays(scale=HUNDREDS)
    made = subject.made()
    small = attempt(lambda: floats(subject.call(made, training=False)))
    plain = attempt(lambda: floats(subject.call(made, inputs, training=False)))
    half = attempt(lambda: floats(subject.call(layer, inputs, training=False)))
    if any(isinstance(one, Raised) for one in (small, plain, half)):
        return ""
    if not all(
        _peak(two) < GROWN * max(_peak(one), 1.0) for one, two in zip(small, plain, strict=True)
    ):
        return ""
    worst = not_finite(half)
    gone = any(np.any(one) and not np.any(two) for one, two in zip(plain, half, strict=False))
    return worst or ("zero" if gone else "")


def _peak(leaf: np.ndarray) -> float:
    return float(np.abs(leaf).max(initial=0.0)) if np.isfinite(leaf).all() else np.inf


def _alone(subject: Subject) -> tuple[str, ...]:
    """Sublayers that do not follow when the layer alone is given a policy."""
    layer = attempt(subject.make, dtype="mixed_bfloat16")
    if isinstance(layer, Raised):
        return ()
    attempt(subject.call, layer)
    return _strangers(layer)


def _zero(subject: Subject, layer: keras.Layer) -> str:
    if not any(
        leaf.get("dtype", "float32").startswith("float") for leaf in flat(subject.drive.arguments)
    ):
        return ""
    inputs = structure.mapped(
        lambda array: np.zeros_like(array) if array.dtype.kind == "f" else array,
        subject.arrays(),
        has_shape,
    )
    outputs = attempt(lambda: not_finite(subject.call(layer, inputs, training=False)))
    return "" if isinstance(outputs, Raised) else outputs


def _strangers(layer: keras.Layer) -> tuple[str, ...]:
    """Sublayers with float work to do whose compute dtype is not the layer's."""
    return tuple(
        f"{attribute_of(layer, child)} ({type(child).__name__}): {child.compute_dtype}"
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
