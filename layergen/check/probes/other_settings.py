"""The layer under other arguments than the drive's: what is right for the defaults is often wrong for the rest."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Failing
from layergen.check.probes.other_values import Argument, arguments, compared_words, others
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.probes.values import realised

LONGEST = 3.0  # seconds of work for all settings together
VALUES = 2  # of one argument; of words each that the source knows
# What shapes and sublayers may depend on, the likeliest first: no initializers and their like.
KINDS = ("text", "bool", "other", "number")
NO_VALUES = ("0", "0.0", "'other'")


@dataclass(frozen=True)
class Setting:
    """One argument with another value."""

    said: str  # "keepdims=True"
    changes: dict[str, Any]
    before: Any = None  # the argument's value in the drive


def settings(subject: Subject, kinds: tuple[str, ...] = KINDS) -> Iterator[Setting]:
    """Each argument of these kinds with other values, one at a time, for as long as there is time.

    Not each of them is a setting that the layer stands: who asks has to try.
    """
    started = time.process_time()
    found = arguments(subject.layer_class, subject.drive.init)
    asked = [argument for argument in found if argument.kind in kinds]
    for argument in sorted(asked, key=lambda argument: kinds.index(argument.kind)):
        for value in _values(subject, argument):
            if time.process_time() - started > LONGEST:
                return
            changes = {argument.name: realised(value)}
            yield Setting(f"{argument.name}={value!r}", changes, argument.value)


def _values(subject: Subject, argument: Argument) -> Iterator[Any]:
    # "other" is no value of anybody's, and 0 is often none.
    values = [value for value in others(argument, subject.source) if repr(value) not in NO_VALUES]
    values = [value for place, value in enumerate(values) if value not in values[:place]]
    yield from values if argument.kind == "text" else islice(values, VALUES)


def failing(subject: Subject) -> tuple[Failing, ...]:
    """Switches turned, and words that the class itself compares with, under which a layer is made and cannot be called."""
    found = []
    for setting in settings(subject, ("bool", "text")):
        ((name, value),) = setting.changes.items()
        if isinstance(value, str) and value not in compared_words(subject.source, name):
            continue
        layer = attempt(lambda given=setting.changes: subject.make(**given))
        result = (
            layer if isinstance(layer, Raised) else attempt(subject.call, layer, training=False)
        )
        if isinstance(layer, keras.Layer) and isinstance(result, Raised):
            found.append(Failing(setting.said, result))
    return tuple(found)
