"""Probe: the config of the layer, what is in it, and what `from_config` makes of it."""

from __future__ import annotations

import inspect
import json
import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import (
    Config,
    Construction,
    Drift,
    LiveObject,
    Raised,
    Source,
    Unrestored,
)
from layergen.check.probes.construction import GIVEN
from layergen.check.probes.effects import behaviour, differences
from layergen.check.probes.inventory import is_tensor, own_attributes
from layergen.check.probes.other_values import COUNT, Argument, arguments, compared_words
from layergen.check.probes.promises import with_one_more_axis
from layergen.check.probes.raised import attempt
from layergen.check.probes.restore import config_of, from_config, restored, through_json
from layergen.check.probes.sketch import text
from layergen.check.probes.subject import Subject

NESTED = re.compile(
    r"(^|_)((sub)?layer|inner|cell|block|norm|wrapped|encoder|decoder|projection)s?\d*(_|$)"
)
KERAS_OBJECT = re.compile("(?:regularizer|constraint|initializer)$")
OBJECTS = {"regularizer": "l2", "constraint": "non_neg", "initializer": "ones"}
PLAIN = (str, int, float, bool, type(None), bytes)


def probe(subject: Subject) -> Config:
    layer_class = subject.layer_class
    own = layer_class.get_config is not keras.Layer.get_config
    registered = layer_class.__module__.startswith("keras.") or (
        keras.saving.get_registered_name(layer_class) != layer_class.__name__
    )
    layer = subject.make()
    returned = attempt(layer.get_config)
    config = config_of(layer)
    if isinstance(config, Raised):
        kind = "nothing" if isinstance(returned, Raised) else type(returned).__name__
        return Config(raised=config, own=own, registered=registered, returned=kind)
    seen = Config(own=own, registered=registered, live=_live(config), not_json=_not_json(layer))
    copy = attempt(deepcopy, config)
    again = from_config(layer_class, config if isinstance(copy, Raised) else copy)
    from_json = restored(layer, config)
    changes: dict[str, Any] = {
        "restored": again if isinstance(again, Raised) else None,
        "restored_json": from_json if isinstance(from_json, Raised) else None,
    }
    if not isinstance(from_json, Raised):
        changes["drifted"] = _drifted(layer, from_json)
        changes["unrestored"] = _unrestored(layer, from_json)
        changes["base_lost"] = _base_lost(subject)
        nested = attempt(_nested, subject)
        if not isinstance(nested, Raised) and not changes["unrestored"] and not seen.live:
            changes |= nested
        changes |= _after_build(subject)
    return Config(**{**vars(seen), **changes})


def _live(config: dict[str, Any]) -> tuple[LiveObject, ...]:
    found = []

    def look(key: str, value: Any, depth: int) -> None:
        if isinstance(value, PLAIN) or depth == 0:
            return
        if isinstance(value, dict):
            for name, item in value.items():
                look(f"{key}[{name!r}]" if key else str(name), item, depth - 1)
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                look(f"{key}[{index}]", item, depth - 1)
        elif not isinstance(value, np.generic):
            plain = attempt(lambda: json.dumps(keras.saving.serialize_keras_object(value)))
            kind = "tensor" if is_tensor(value) else type(value).__name__
            found.append(LiveObject(key, kind, not isinstance(plain, Raised)))

    look("", config, 8)
    return tuple(found)


def _not_json(layer: keras.Layer) -> str | None:
    written = through_json(layer)
    return written.message[:300] if isinstance(written, Raised) else None


def _drifted(layer: keras.Layer, again: keras.Layer) -> tuple[Drift, ...]:
    """Keys that change on the way there and back, after one trip or after a second."""
    first, second = config_of(layer), config_of(again)
    if isinstance(first, Raised) or isinstance(second, Raised):
        return ()
    drifts = _compared(layer, first, second)
    if drifts:
        return drifts
    third = restored(again, second)
    config = third if isinstance(third, Raised) else config_of(third)
    return () if isinstance(config, Raised) else _compared(layer, second, config)


def _compared(
    layer: keras.Layer, before: dict[str, Any], after: dict[str, Any]
) -> tuple[Drift, ...]:
    parameters = inspect.signature(type(layer).__init__).parameters
    found = []
    for key in dict.fromkeys([*before, *after]):
        one, other = text(_unbuilt(before.get(key))), text(_unbuilt(after.get(key)))
        if one != other and key != "name":
            default = parameters[key].default if key in parameters else inspect.Parameter.empty
            found.append(Drift(str(key), one, other, text(default) == other))
    return tuple(found)


def _unbuilt(value: Any) -> Any:
    """A value without the shapes on which nested layers were built: Keras adds those, and they are no drift."""
    if isinstance(value, dict):
        return {key: _unbuilt(item) for key, item in value.items() if key != "build_config"}
    return [_unbuilt(item) for item in value] if isinstance(value, list | tuple) else value


def _unrestored(layer: keras.Layer, again: keras.Layer) -> tuple[Unrestored, ...]:
    """Attributes that hold layers in the original, and something else in the restored layer."""
    theirs = own_attributes(again)
    found = []
    for name, value in own_attributes(layer).items():
        kinds, others = _kinds(value), _kinds(theirs.get(name))
        if kinds and name in theirs and kinds != others:
            found.append(Unrestored(name, type(_first(theirs.get(name))).__name__))
    return tuple(found)


def _may_be_layer(argument: Argument, source: Source) -> bool:
    """Whether an argument is called like a layer, and nothing says that it is a number or a word."""
    if compared_words(source, argument.name):
        return False
    if not NESTED.search(argument.name) or COUNT.search(argument.name):
        return False
    return not argument.annotation or bool(re.search("Layer|Any|Callable", argument.annotation))


def _nested(subject: Subject) -> dict[str, Any]:
    """The same for an object given where None stands by default: what is live in the config, what does not come back."""
    for argument in arguments(subject.layer_class, subject.drive.init):
        if argument.value is not None:
            continue
        of_layer = _may_be_layer(argument, subject.source)
        kind = KERAS_OBJECT.search(argument.name)
        if not of_layer and kind is None:
            continue
        inner = keras.layers.LayerNormalization() if of_layer else OBJECTS[kind.group()]
        layer = attempt(lambda: subject.make(**{argument.name: inner}))  # noqa: B023
        if isinstance(layer, Raised):
            continue
        if of_layer and not any(value is inner for value in own_attributes(layer).values()):
            continue
        config = config_of(layer)
        again = config if isinstance(config, Raised) else restored(layer, config)
        if isinstance(config, Raised) or isinstance(again, Raised):
            continue
        live, unrestored = _live(config), _unrestored(layer, again) if of_layer else ()
        if live or unrestored:
            return {"live": live, "unrestored": unrestored}
    return {}


def _items(value: Any) -> list[Any]:
    if isinstance(value, list | tuple):
        return list(value)
    return [value]


def _first(value: Any) -> Any:
    return next(iter(_items(value)), None)


def _kinds(value: Any) -> list[str]:
    return [type(item).__name__ for item in _items(value) if isinstance(item, keras.Layer)]


def _base_lost(subject: Subject) -> tuple[str, ...]:
    """Base arguments that the constructor honours and the round trip loses."""
    construction = subject.seen.get(Construction)
    if construction is None:
        return ()
    lost = []
    for argument in construction.base_arguments:
        if not argument.honoured:
            continue
        layer = attempt(lambda: subject.make(**{argument.name: GIVEN[argument.name]}))  # noqa: B023
        if isinstance(layer, Raised):
            continue
        config = config_of(layer)
        again = config if isinstance(config, Raised) else restored(layer, config)
        if isinstance(again, Raised):
            continue
        value = (
            again.dtype_policy.name if argument.name == "dtype" else getattr(again, argument.name)
        )
        if str(value) != argument.given:
            lost.append(argument.name)
    return tuple(lost)


def _after_build(subject: Subject) -> dict[str, Any]:
    """Whether building and calling change the config, and whether that makes another layer."""
    layer = subject.make()
    before = config_of(layer)
    if isinstance(before, Raised) or isinstance(
        attempt(subject.call, layer, training=False), Raised
    ):
        return {}
    after = config_of(layer)
    if isinstance(after, Raised):
        return {}
    changed = _compared(layer, before, after)
    if not changed:
        return {}
    subjects = [subject]
    deeper = with_one_more_axis(subject.drive.arguments)
    if deeper is not None and any(drift.before != "null" for drift in changed):
        # An axis that was counted from the end, and now is from the front, is another one there.
        subjects.append(replace(subject, drive=replace(subject.drive, arguments=deeper)))
    matters = any(_makes_another(one, layer, before, after) for one in subjects)
    return {"changed_by_build": changed, "build_matters": matters}


def _makes_another(
    subject: Subject, layer: keras.Layer, before: dict[str, Any], after: dict[str, Any]
) -> bool:
    """Whether two configs make layers that are not the same on these inputs."""
    one, other = from_config(type(layer), deepcopy(before)), restored(layer, after)
    if isinstance(one, Raised) or isinstance(other, Raised):
        return not isinstance(one, Raised)
    found = differences(behaviour(subject, one), behaviour(subject, other))
    return bool({"weights", "output", "failure"} & set(found))
