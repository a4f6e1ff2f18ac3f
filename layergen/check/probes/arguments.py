"""Probe: every constructor argument given another value: is it in the config, does it come back, does it do anything."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import keras

from layergen.check.evidence import Arguments, Changed, Raised
from layergen.check.probes import watched
from layergen.check.probes.effects import Behaviour, behaviour, differences
from layergen.check.probes.other_layers import holds_layers, other_layers
from layergen.check.probes.other_values import Argument, arguments, edges, others
from layergen.check.probes.raised import attempt
from layergen.check.probes.restore import config_of, restored
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.sketch import attributes, text
from layergen.check.probes.spies import spy
from layergen.check.probes.subject import SEED, Subject
from layergen.check.probes.values import realised


@dataclass(frozen=True)
class Seen:
    """A layer, its attributes as the constructor left them, and what it does."""

    layer: keras.Layer
    attributes: dict[str, str]
    behaviour: Behaviour
    slow: bool = False  # a call takes so long that attributes have to do
    loose: frozenset[str] = frozenset()  # attributes that no round trip brings back as they were
    spare: float = 0.0  # the processor time until which values are tried that are seldom lost


OBJECTS = ("regularizer", "constraint", "initializer", "activation")
SLOW = 0.6  # seconds of work for building and three calls; beyond that, calls are few
LONGEST = 10.0  # seconds of work for all arguments together
TRIED = 8  # values at most for one argument


def probe(subject: Subject) -> Arguments:
    found = arguments(subject.layer_class, subject.drive.init)
    base = attempt(construct, subject, {})
    if isinstance(base, Raised):
        return Arguments()
    # Attributes are compared as the constructor leaves them; behaviour() builds.
    held = attributes(base)
    again = attempt(lambda: restored(base, base.get_config()))
    loose = frozenset() if isinstance(again, Raised) else frozenset(_others_than(held, again))
    started = time.process_time()
    normal = Seen(base, held, behaviour(subject, base), loose=loose)
    slow = time.process_time() - started > SLOW
    normal = replace(normal, slow=slow, spare=started + LONGEST / 2)
    changed, unchanged = [], []
    for argument in found:
        late = time.process_time() - started > LONGEST
        record = None if late else _changed(subject, argument, normal)
        if record is None:
            unchanged.append(argument.name)
        else:
            changed.append(record)
    return Arguments(
        changed=tuple(changed),
        watched=watched.watch(subject, found, few=normal.slow),
        seeded=watched.seeds(subject, found),
        unchanged=tuple(unchanged),
    )


def construct(subject: Subject, changes: dict[str, Any], seed: int = SEED) -> keras.Layer:
    """A layer with changes to the drive's arguments; `seed` here is the global one, an argument may be called that too."""
    set_seed(seed)
    return subject.layer_class(**{**subject.init, **changes})


def _changed(subject: Subject, argument: Argument, normal: Seen) -> Changed | None:
    """The argument with the first other value that constructs; one with which the layer also runs is better still."""
    fallback = idle = None
    values = iter(_values(subject, argument, normal))
    for value in values:
        layer = attempt(construct, subject, {argument.name: realised(value)})
        if isinstance(layer, Raised):
            continue
        other = Seen(layer, attributes(layer), _behaviour(subject, argument, layer, normal))
        if other.behaviour.raised is None or normal.behaviour.raised is not None:
            record = _record(subject, argument, value, normal, other)
            if came_back(record) and time.process_time() < normal.spare:
                further = [*islice(values, 1), *edges(argument)]
                record = _lost_elsewhere(subject, argument, further, normal) or record
            lost_idly = not came_back(record) and record.called and not record.effects
            if not lost_idly or time.process_time() > normal.spare:
                return record
            idle = idle or record  # lost without a loss: another value may show one
            continue
        fallback = fallback or (value, other)
    if idle is not None:
        return idle
    # A value with which the layer cannot run says nothing of its effects, and may be no valid value at all.
    if fallback is None or argument.kind == "other" or argument.value is None:
        return None
    return _record(subject, argument, fallback[0], normal, fallback[1])


def _others_than(held: dict[str, str], layer: keras.Layer) -> set[str]:
    """Attributes that a layer has other values for, or none."""
    theirs = attributes(layer)
    return {name for name, value in held.items() if theirs.get(name) != value}


def came_back(record: Changed) -> bool:
    """Whether the layer restored from the config is the one that was saved."""
    return record.restored is None and record.config_raised is None and not record.lost


def _lost_elsewhere(
    subject: Subject, argument: Argument, values: Iterable[Any], normal: Seen
) -> Changed | None:
    """The first further value that the config loses though it keeps another: `if self.rate: config["rate"] = ...`."""
    for value in values:
        layer = attempt(construct, subject, {argument.name: realised(value)})
        config = layer if isinstance(layer, Raised) else config_of(layer)
        if isinstance(config, Raised):
            continue
        held, again = attributes(layer), restored(layer, config)
        if not isinstance(again, Raised) and not _others_than(held, again) - normal.loose:
            continue
        other = Seen(layer, held, behaviour(subject, layer))
        record = _record(subject, argument, value, normal, other)
        # A value with which the layer cannot run, or that does nothing, need not be kept.
        if record.called and record.effects and not came_back(record):
            return record
    return None


def _behaviour(subject: Subject, argument: Argument, layer: keras.Layer, normal: Seen) -> Behaviour:
    """What the layer does; regularizers and their like are watched elsewhere, so where they are kept is enough here."""
    if (normal.slow or argument.kind in OBJECTS) and attributes(layer) != normal.attributes:
        return normal.behaviour
    return behaviour(subject, layer)


def _values(subject: Subject, argument: Argument, normal: Seen) -> list[Any]:
    # Where None stands for layers of the class's own choice, they are in the attribute.
    held = argument.value or getattr(normal.layer, argument.name, None)
    if argument.kind == "other" and holds_layers(held):
        return list(other_layers(held))
    if argument.kind in OBJECTS:
        return [
            spy(argument.kind, argument.name),
            *(["tanh", "relu"] if argument.kind == "activation" else []),
        ]
    return list(others(argument, subject.source))[:TRIED]


def _record(subject: Subject, argument: Argument, value: Any, normal: Seen, other: Seen) -> Changed:
    moved = tuple(
        name for name in other.attributes if normal.attributes.get(name) != other.attributes[name]
    )
    effects = differences(normal.behaviour, other.behaviour)
    config, base_config = config_of(other.layer), config_of(normal.layer)
    common = {
        "argument": argument.name,
        "kind": argument.kind,
        "before": text(argument.value),
        "value": text(value),
        "moved": moved,
        "effects": effects,
        "counts": (len(normal.behaviour.weights), len(other.behaviour.weights)),
        # What was taken over from the unchanged layer was not looked at.
        "called": other.behaviour.raised is None and other.behaviour is not normal.behaviour,
    }
    if isinstance(config, Raised) or isinstance(base_config, Raised):
        return Changed(**common, config_raised=config if isinstance(config, Raised) else None)
    again = restored(other.layer, config)
    return Changed(
        **common,
        in_config=argument.name in config,
        config_value=text(config.get(argument.name)),
        config_moved=_without_name(config) != _without_name(base_config),
        restored=again if isinstance(again, Raised) else None,
        lost=() if isinstance(again, Raised) else _lost(subject, again, other, moved, effects),
    )


def _without_name(config: dict[str, Any]) -> str:
    return text({key: value for key, value in config.items() if key != "name"})


def _lost(
    subject: Subject,
    again: keras.Layer,
    other: Seen,
    moved: tuple[str, ...],
    effects: tuple[str, ...],
) -> tuple[str, ...]:
    """What the restored layer lacks: attributes, and where the argument has an effect, the effect as well.

    An attribute alone may be written in another way (-2 and [-2]), an output alone may be random.
    """
    theirs = attributes(again)
    lost = tuple(name for name in moved if theirs.get(name) != other.attributes[name])
    seen = set(effects) & {"weights", "output", "training output", "losses", "mask"}
    if (moved and not lost) or not (lost or seen - {"training output"}):
        return ()
    if not seen:
        return lost
    gone = (seen | {"failure"}) & set(differences(other.behaviour, behaviour(subject, again)))
    return (lost or tuple(sorted(gone))) if gone else ()
