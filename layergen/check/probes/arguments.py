"""Probe: every constructor argument given another value: is it in the config, does it come back, does it do anything."""

from __future__ import annotations

from typing import Any

import keras

from layergen.check.evidence import Arguments, Changed, Raised
from layergen.check.probes import watched
from layergen.check.probes.effects import Behaviour, behaviour, differences
from layergen.check.probes.other_values import Argument, arguments, others
from layergen.check.probes.raised import attempt
from layergen.check.probes.restore import config_of, restored
from layergen.check.probes.sketch import attributes, text
from layergen.check.probes.spies import spy
from layergen.check.probes.subject import SEED, Subject
from layergen.check.probes.values import realised

TRIED = 8  # values at most for one argument


def probe(subject: Subject) -> Arguments:
    found = arguments(subject.layer_class, subject.drive.init)
    base = attempt(construct, subject, {})
    if isinstance(base, Raised):
        return Arguments()
    normal = behaviour(subject, base)
    changed, unchanged = [], []
    for argument in found:
        record = _changed(subject, argument, base, normal)
        if record is None:
            unchanged.append(argument.name)
        else:
            changed.append(record)
    return Arguments(
        changed=tuple(changed),
        watched=watched.watch(subject, found),
        seeded=watched.seeds(subject, found),
        unchanged=tuple(unchanged),
    )


def construct(subject: Subject, changes: dict[str, Any], seed: int = SEED) -> keras.Layer:
    """A layer with changes to the drive's arguments; `seed` here is the global one, an argument may be called that too."""
    keras.utils.set_random_seed(seed)
    return subject.layer_class(**{**subject.init, **changes})


def _changed(subject: Subject, argument: Argument, base: keras.Layer, normal: Behaviour) -> Changed | None:
    """The argument with the first other value that constructs; one with which the layer also runs is better still."""
    fallback = None
    for value in _values(subject, argument):
        layer = attempt(construct, subject, {argument.name: realised(value)})
        if isinstance(layer, Raised):
            continue
        other = behaviour(subject, layer)
        if other.raised is None or normal.raised is not None:
            return _record(subject, argument, value, base, layer, normal, other)
        fallback = fallback or (value, layer, other)
    # A value with which the layer cannot run says nothing of its effects, and may be no valid value at all.
    if fallback is None or argument.kind == "other" or argument.value is None:
        return None
    value, layer, other = fallback
    return _record(subject, argument, value, base, layer, normal, other)


def _values(subject: Subject, argument: Argument) -> list[Any]:
    if argument.kind in ("regularizer", "constraint", "initializer", "activation"):
        return [spy(argument.kind, argument.name), *(["tanh", "relu"] if argument.kind == "activation" else [])]
    return list(others(argument, subject.source))[:TRIED]


def _record(
    subject: Subject,
    argument: Argument,
    value: Any,
    base: keras.Layer,
    layer: keras.Layer,
    normal: Behaviour,
    other: Behaviour,
) -> Changed:
    before, after = attributes(base), attributes(layer)
    moved = tuple(name for name in after if before.get(name) != after[name])
    effects = differences(normal, other)
    config, base_config = config_of(layer), config_of(base)
    common = {
        "argument": argument.name,
        "kind": argument.kind,
        "before": text(argument.value),
        "value": text(value),
        "moved": moved,
        "effects": effects,
        "called": other.raised is None and normal.raised is None,
    }
    if isinstance(config, Raised) or isinstance(base_config, Raised):
        return Changed(**common, config_raised=config if isinstance(config, Raised) else None)
    again = restored(layer, config)
    return Changed(
        **common,
        in_config=argument.name in config,
        config_value=text(config.get(argument.name)),
        config_moved=_without_name(config) != _without_name(base_config),
        restored=again if isinstance(again, Raised) else None,
        lost=() if isinstance(again, Raised) else _lost(subject, again, before, after, moved, effects, other),
    )


def _without_name(config: dict[str, Any]) -> str:
    return text({key: value for key, value in config.items() if key != "name"})


def _lost(
    subject: Subject,
    again: keras.Layer,
    before: dict[str, str],
    after: dict[str, str],
    moved: tuple[str, ...],
    effects: tuple[str, ...],
    other: Behaviour,
) -> tuple[str, ...]:
    """Attributes that are not as in the changed layer; where no attribute moved, effects that are gone."""
    theirs = attributes(again)
    lost = tuple(name for name in moved if theirs.get(name) != after[name])
    if moved or not effects:
        return lost
    # Initial values are drawn anew for each layer; they say nothing here.
    return tuple(what for what in differences(other, behaviour(subject, again)) if what != "initial values")
