"""Moving averages: whether a larger momentum makes them slower, as it does in Keras."""

from __future__ import annotations

import inspect
import re

import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes import snapshot
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject

NAMES = re.compile(r"(.*_)?(momentum|decay)$")
SLOW, SLOWER = 0.6, 0.95


def inverted(subject: Subject) -> str:
    """The argument, with the weight of the old value by its default, that acts as the weight of the new one."""
    for name, one in inspect.signature(subject.layer_class.__init__).parameters.items():
        value = subject.drive.init.get(name, one.default)
        if not NAMES.match(name) or not isinstance(value, float) or not 0.5 < value < 1.0:
            continue
        steps = [attempt(_step, subject, name, momentum) for momentum in (SLOW, SLOWER)]
        if any(isinstance(step, Raised) for step in steps) or not steps[0]:
            continue
        if steps[1] > 1.3 * steps[0]:
            return name
    return ""


def _step(subject: Subject, name: str, momentum: float) -> float:
    """How far one training call moves what is no trainable weight."""
    layer = subject.make(**{name: momentum})
    snapshot.build_only(subject, layer)
    before = [np.array(to_numpy(weight.value)) for weight in layer.non_trainable_weights]
    subject.call(layer, training=True)
    after = [np.array(to_numpy(weight.value)) for weight in layer.non_trainable_weights]
    pairs = zip(before, after, strict=True)
    return float(sum(np.abs(b - a).sum() for b, a in pairs if b.dtype.kind == "f"))
