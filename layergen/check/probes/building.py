"""Probe: which weights are there when, what Keras cannot see, and what building depends on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import keras

from layergen.check.evidence import Building, FixedSize, Late, Raised
from layergen.check.probes import rebuild, state
from layergen.check.probes.inventory import is_seed_state, path_in, weights_of
from layergen.check.probes.misbuilt import misbuilt
from layergen.check.probes.other_settings import settings
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.probes.watch_state import StateWatch
from layergen.check.probes.weights import described, signature

SWITCHES = ("bool", "text", "other")  # arguments that choose what there is


def probe(subject: Subject) -> Building:
    with StateWatch() as watch:
        layer = attempt(subject.make)
        if isinstance(layer, Raised):
            return Building(raised=layer)
        constructed = described(layer)
        before = {id(weight) for weight in weights_of(layer)}
        built_before = bool(getattr(layer, "built", False))
        watch.follow(layer)
        result = attempt(subject.call, layer, training=False)
        second = attempt(subject.call, layer, training=True)
    seen = Building(
        raised=result if isinstance(result, Raised) else None,
        own_build=rebuild.own_build(type(layer)),
        build_called=bool(watch.build_calls),
        built_before=built_before,
        constructed_weights=constructed,
        built_weights=watch.built_weights,
        shapes=rebuild.as_text(watch.shapes),
    )
    if isinstance(result, Raised):
        return seen
    return _completed(subject, seen, layer, watch, before, second)


def _completed(
    subject: Subject,
    seen: Building,
    layer: keras.Layer,
    watch: StateWatch,
    before: set[int],
    second: Any,
) -> Building:
    changes: dict[str, Any] = {
        "late": state.late(subject, layer, watch),
        "untracked": state.untracked(subject, layer, watch),
        "expected": signature(layer),
        "repeated": state.repeated(layer),
        "same_path": _same_path(layer),
        "same_values": state.same_values(layer),
        "fixed": _fixed(subject, layer, before),
    }
    if seen.own_build and watch.shapes:
        changes["late"] = changes["late"] or _late_elsewhere(subject)
        changes["misbuilt"] = misbuilt(subject)
        changes["variants"] = rebuild.variants(subject, watch.shapes)
        changes["unknown"] = rebuild.unknown_sizes(subject, watch.shapes)
        changes["grown"] = rebuild.grown(subject, watch.shapes)
    changes["policy"], changes["other_dtype"] = state.other_dtype(subject)
    return Building(**{**vars(seen), **changes})


def _late_elsewhere(subject: Subject) -> tuple[Late, ...]:
    """What comes late under another setting: a branch that is switched off is easily forgotten."""
    for setting in settings(subject, SWITCHES):
        with StateWatch() as watch:
            layer = attempt(lambda given=setting.changes: subject.make(**given))
            if isinstance(layer, Raised):
                continue
            watch.follow(layer)
            result = attempt(subject.call, layer, training=False)
        late = () if isinstance(result, Raised) else state.late(subject, layer, watch)
        if late:
            return tuple(replace(one, setting=setting.said) for one in late)
    return ()


def _same_path(layer: keras.Layer) -> tuple[str, ...]:
    paths = [path_in(layer, weight) for weight in layer.variables if not is_seed_state(weight)]
    return tuple(sorted({path for path in paths if paths.count(path) > 1}))


def _fixed(subject: Subject, layer: keras.Layer, before: set[int]) -> tuple[FixedSize, ...]:
    """Sizes that only weights from the constructor know: another size fails, and no argument says which one it is."""
    early = [weight for weight in weights_of(layer) if id(weight) in before]
    told = set(_numbers(list(subject.drive.init.values()))) | set(
        _numbers(_defaults(subject.layer_class))
    )
    found = []
    for size in subject.sizes:
        holder = next((weight for weight in early if size in weight.shape), None)
        if holder is None or size in told or size == 1:
            continue
        other = subject.arrays(sizes={size: size + 2})
        result = attempt(lambda inputs=other: subject.call(subject.make(), inputs))
        if isinstance(result, Raised):
            found.append(FixedSize(size, path_in(layer, holder), result))
    return tuple(found)


def _defaults(layer_class: type) -> list[Any]:
    import inspect

    return [
        parameter.default
        for parameter in inspect.signature(layer_class.__init__).parameters.values()
    ]


def _numbers(values: Any) -> list[int]:
    if isinstance(values, bool):
        return []
    if isinstance(values, int):
        return [values]
    if isinstance(values, dict):
        return _numbers(list(values.values()))
    if isinstance(values, list | tuple):
        return [number for value in values for number in _numbers(value)]
    return []
