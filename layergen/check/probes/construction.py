"""Probe: base arguments, what is set before the base constructor, what instances and the class share."""

from __future__ import annotations

import inspect
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import (
    BaseArgument,
    ClassChange,
    Construction,
    MutableDefault,
    Raised,
    Shared,
)
from layergen.check.probes.early import Recorder
from layergen.check.probes.inventory import all_layers, weights_of
from layergen.check.probes.other_values import read_keys
from layergen.check.probes.raised import attempt
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.sketch import text
from layergen.check.probes.state import SMALLEST
from layergen.check.probes.structure import close, to_numpy
from layergen.check.probes.subject import Subject
from layergen.check.probes.watch_state import StateWatch

MUTABLE = (list, dict, set, bytearray)
# A policy whose two dtypes differ: what becomes of `dtype=self.dtype` shows only then.
GIVEN = {"name": "given_name", "dtype": "mixed_bfloat16", "trainable": False}


def probe(subject: Subject) -> Construction:
    defaults = _defaults(subject.layer_class)
    looks = {name: text(value) for name, value in defaults.items()}
    class_before = _class_state(subject.layer_class)
    init = subject.init
    init_before = {name: text(value) for name, value in init.items() if isinstance(value, MUTABLE)}
    with Recorder(subject.layer_class) as recorder:
        first = attempt(_construct, subject, init)
    if isinstance(first, Raised):
        return Construction(raised=first, base_ran=recorder.base_ran, early=recorder.early())
    mutated = [name for name, before in init_before.items() if text(init[name]) != before]
    mutated += [name for name in _mutated_if_given(subject, defaults) if name not in mutated]
    second = attempt(_construct, subject, subject.init, seed=2)
    layers = [layer for layer in (first, second) if not isinstance(layer, Raised)]
    called = [_called(subject, layer) for layer in layers]
    return Construction(
        takes_keywords=_takes_keywords(subject.layer_class),
        base_ran=recorder.base_ran,
        early=recorder.early(),
        overwritten=recorder.overwritten(),
        base_arguments=tuple(_base_argument(subject, name) for name in GIVEN if recorder.base_ran),
        names=(
            tuple(str(getattr(layer, "name", "")) for layer in layers) if "name" not in init else ()
        ),
        mutated=tuple(mutated),
        defaults=(*_mutable_defaults(defaults, looks), *_initializers(defaults, layers)),
        shared=_shared(subject, layers, called) if recorder.base_ran else (),
        class_changes=_class_changes(class_before, _class_state(subject.layer_class)),
    )


def _construct(subject: Subject, values: dict[str, Any], seed: int = 1) -> keras.Layer:
    set_seed(seed)
    return subject.layer_class(**values)


def _mutated_if_given(subject: Subject, defaults: dict[str, Any]) -> list[str]:
    """Arguments that a user would give a list or a dictionary for, though the default is none, changed in place."""
    found = []
    for name, default in defaults.items():
        value: Any = list(default) if isinstance(default, tuple) else None
        if default is None and name not in subject.init:
            value = read_keys(subject.source, name) or None
        if value is None:
            continue
        before = text(value)
        attempt(_construct, subject, {**subject.init, name: value})
        if text(value) != before:
            found.append(name)
    return found


def _takes_keywords(layer_class: type) -> bool:
    kinds = {
        parameter.kind for parameter in inspect.signature(layer_class.__init__).parameters.values()
    }
    return inspect.Parameter.VAR_KEYWORD in kinds


def _base_argument(subject: Subject, name: str) -> BaseArgument:
    given = GIVEN[name]
    layer = attempt(_construct, subject, {**subject.init, name: given})
    if isinstance(layer, Raised):
        return BaseArgument(name, str(given), refused=layer)
    got = attempt(lambda: layer.dtype_policy.name if name == "dtype" else getattr(layer, name))
    return BaseArgument(name, str(given), got=None if isinstance(got, Raised) else str(got))


def _defaults(layer_class: type) -> dict[str, Any]:
    parameters = inspect.signature(layer_class.__init__).parameters.values()
    return {p.name: p.default for p in parameters if p.default is not inspect.Parameter.empty}


def _mutable_defaults(
    defaults: dict[str, Any], looks: dict[str, str]
) -> tuple[MutableDefault, ...]:
    return tuple(
        MutableDefault(
            argument=name,
            type=type(value).__name__,
            changed=text(value) != looks[name],
            is_layer=isinstance(value, keras.Layer),
        )
        for name, value in defaults.items()
        if isinstance(value, (*MUTABLE, keras.Layer))
    )


def _initializers(
    defaults: dict[str, Any], layers: list[keras.Layer]
) -> tuple[MutableDefault, ...]:
    """Defaults that draw random numbers once for all layers: a Keras 3 initializer repeats its own."""
    held = {
        name: value
        for name, value in defaults.items()
        if isinstance(value, keras.initializers.Initializer)
        and getattr(value, "_init_seed", 0) is None  # a seed that was given is meant
    }
    if not held or len(layers) < 2 or not _start_equal(*layers):
        return ()
    return tuple(
        MutableDefault(name, type(value).__name__, same_start=True) for name, value in held.items()
    )


def _start_equal(one: keras.Layer, other: keras.Layer) -> bool:
    """Whether a weight of two layers, made under different global seeds, has the same random numbers."""
    for first, second in zip(weights_of(one), weights_of(other), strict=False):
        values = to_numpy(first.value)
        if values.size >= SMALLEST and np.ptp(values) > 0 and close(values, to_numpy(second.value)):
            return True
    return False


def _called(subject: Subject, layer: keras.Layer) -> list[keras.Layer]:
    """The layers that a call goes through, tracked or not."""
    with StateWatch() as watch:
        attempt(subject.call, layer, training=False)
    return [item for item in watch.called if item is not layer and isinstance(item, keras.Layer)]


def _shared(
    subject: Subject, layers: list[keras.Layer], called: list[list[keras.Layer]]
) -> tuple[Shared, ...]:
    if len(layers) < 2:
        return ()
    first, second = layers
    theirs = {id(layer) for layer in [*all_layers(second), *called[1]]}
    both = {id(layer): layer for layer in [*all_layers(first), *called[0]] if id(layer) in theirs}
    # Layers without weights, such as an activation of the module, may well be shared.
    held = [layer for layer in both.values() if layer.variables]
    found = [Shared("layer", layer.name, _place(subject.layer_class, layer)) for layer in held]
    inside = {id(variable) for layer in held for variable in layer.variables}
    theirs = {id(variable) for variable in weights_of(second)} - inside
    for variable in weights_of(first):
        if id(variable) in theirs:
            found.append(Shared("variable", variable.name, _place(subject.layer_class, variable)))
    return tuple(found)


def _place(layer_class: type, value: Any) -> str:
    for name, held in vars(layer_class).items():
        if held is value or (
            isinstance(held, dict) and any(item is value for item in held.values())
        ):
            return f"class attribute {name}"
        if isinstance(held, list | tuple) and any(item is value for item in held):
            return f"class attribute {name}"
    for name, default in _defaults(layer_class).items():
        if default is value:
            return f"default of {name}"
    return ""


def _class_state(layer_class: type) -> dict[str, str]:
    """The data on the class and on its bases that are no Keras classes."""
    state = {}
    for kind in layer_class.__mro__:
        if kind.__module__.partition(".")[0] in (
            "keras",
            "builtins",
            "tensorflow",
            "torch",
            "abc",
            "typing",
        ):
            continue
        for name, value in vars(kind).items():
            if (
                name.startswith(("__", "_abc", "_tf_"))
                or callable(value)
                or hasattr(value, "__get__")
            ):
                continue
            state[f"{kind.__name__}.{name}"] = text(value)
    return state


def _class_changes(before: dict[str, str], after: dict[str, str]) -> tuple[ClassChange, ...]:
    changed = [name for name in after if before.get(name) != after[name]]
    return tuple(ClassChange(name, before.get(name, "not set"), after[name]) for name in changed)
