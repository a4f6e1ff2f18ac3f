"""A list of one tensor more than the drive's: does a layer that makes its weights for any number of them read them all?"""

from __future__ import annotations

from typing import Any

import numpy as np

from layergen.check.probes import structure
from layergen.check.probes.outcome import everything
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import shuffle, signature

SEEDS = range(3)  # a weight may close a gate by its number


def unread_beyond(subject: Subject) -> int | None:
    """How many tensors of a longer list are read, where one is not though a weight has grown for it."""
    for name, leaves in subject.drive.arguments.items():
        if isinstance(leaves, list) and len(leaves) > 1:
            ignored = attempt(_ignored, subject, name, leaves)
            if ignored is True:
                return len(leaves)
    return None


def _ignored(subject: Subject, name: str, leaves: list[Any]) -> bool:
    """Whether the tensor behind the last changes nothing, in neither mode; what raises shows nothing."""
    longer = structure.arrays({**subject.drive.arguments, name: [*leaves, leaves[-1]]})
    other = {**longer, name: [*longer[name][:-1], 3 * longer[name][-1] + 1]}
    layer = subject.make()
    subject.call(layer, longer, training=False)
    if signature(layer) == signature(subject.made(training=False)):
        return False  # it makes no claim to read more than the drive's
    modes = (False, True) if subject.takes("training") else (False,)
    for seed in SEEDS:
        shuffle(layer, seed)
        for training in modes:
            first, second = (
                everything(subject, layer, given, training) for given in (longer, other)
            )
            if not np.array_equal(first, second, equal_nan=True):
                return False
    return True
