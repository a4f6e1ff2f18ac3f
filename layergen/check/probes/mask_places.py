"""Where masks can be given: on tensors with steps of their own, as arguments, in a dict, and under which settings."""

from __future__ import annotations

import enum
from dataclasses import replace
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.masking import Hidden
from layergen.check.probes.leaves import numbers
from layergen.check.probes.mask_trial import (
    HIDDEN,
    Trial,
    as_if_shorter,
    carried,
    hides,
    steps_of,
    tensors_to_hide,
)
from layergen.check.probes.other_settings import settings
from layergen.check.probes.other_values import compared_words
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, is_leaf
from layergen.check.probes.subject import Subject


def elsewhere(subject: Subject, on_first: bool) -> tuple[Hidden, ...]:
    """The masks that `call` takes, under the other words that the class compares its arguments with."""
    found = []
    for setting in settings(subject, ("text",)):
        ((name, value),) = setting.changes.items()
        known = compared_words(subject.source, name)
        if value not in known and not isinstance(value, enum.Enum):
            continue
        layer = attempt(lambda given=setting.changes: subject.made(**given))
        if isinstance(layer, Raised):
            continue
        trials = [trial for trial in further(subject, layer) if trial.argument]
        trials += [first_trial(subject, layer)] if on_first else []
        found += [replace(hidden(trial), under=setting.said) for trial in trials]
    return tuple(found)


def further(subject: Subject, layer: keras.Layer) -> list[Trial]:
    """Masks beside those of the first tensor: on tensors with steps of their own, and as arguments."""
    arguments = subject.drive.arguments
    lengths = list(dict.fromkeys(steps_of(tensors_to_hide(arguments))))
    own = 1 if with_steps(subject) else 0
    found = [Trial(subject, layer, steps) for steps in lengths[own:] if steps > HIDDEN]
    first = arguments[subject.first]
    entries = {} if is_leaf(first) or not isinstance(first, dict) else first
    for name, leaf in {**arguments, **entries}.items():
        shape = leaf.get("shape", ()) if isinstance(leaf, dict) else ()
        sequences = all(len(one["shape"]) < 4 for one in leaves(subject))
        if name.endswith("mask") and len(shape) in (2, 3) and shape[-1] in lengths and sequences:
            found.append(Trial(subject, layer, shape[-1], name))
    return found


def hidden(trial: Trial) -> Hidden:
    """What this mask hides."""
    arguments = tensors_to_hide(trial.subject.drive.arguments)
    names = [name for name, one in arguments.items() if trial.steps in steps_of(one)]
    facts: dict[str, Any] = {"name": trial.argument or names[0], "given": bool(trial.argument)}
    bare = attempt(lambda: numbers(trial.call(trial.inputs, None)))
    if isinstance(bare, Raised) or not trial.read_as_meant():
        return Hidden(**facts)
    masked = attempt(lambda: trial.call(trial.inputs, trial.mask))
    if isinstance(masked, Raised):
        return Hidden(raised=masked, **facts)
    outputs = numbers(masked)
    return Hidden(
        output_shape=tuple(outputs[0].shape) if outputs else (),
        mask_shape=carried(masked, trial.mask)["mask_shape"],
        mask_matters=not close(outputs, bare, 1e-4, 1e-6),
        as_if_shorter=as_if_shorter(trial, bare, outputs),
        **hides(trial, masked),
        **facts,
    )


def first_trial(subject: Subject, layer: keras.Layer) -> Trial:
    """The mask on the first tensor that has steps."""
    return Trial(subject, layer, with_steps(subject)[0]["shape"][1])


def leaves(subject: Subject) -> list[dict[str, Any]]:
    """All tensors that are no masks."""
    return flat(tensors_to_hide(subject.drive.arguments))


def with_steps(subject: Subject) -> list[dict[str, Any]]:
    """The tensors of the first argument that are sequences: a list may begin with a vector."""
    first = tensors_to_hide(subject.drive.arguments).get(subject.first)
    return [leaf for leaf in flat(first) if steps_of(leaf)] if first is not None else []
