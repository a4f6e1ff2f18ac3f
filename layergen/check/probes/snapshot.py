"""What a layer holds at one moment, as plain text: its Python attributes and its weights, to be compared later."""

from __future__ import annotations

import functools
import inspect
from typing import Any

import keras
import numpy as np

from layergen.check.evidence.calls import Change
from layergen.check.probes.raised import FileUnderCheck
from layergen.check.probes.structure import to_numpy
from layergen.check.probes.subject import Subject

DEEPEST = 3
MUTABLE = (list, dict, set)
SIMPLE = (int, float, complex, str, bytes, bool, type(None))
HELD = {"_last_call_args", "_call_context"}


def build_only(subject: Subject, layer: keras.Layer) -> None:
    """Has Keras build a layer that has a `build` of its own, with the shapes that Keras hands it, and nothing more."""
    if type(layer).build is keras.Layer.build or layer.built:
        return
    original = layer.build

    @functools.wraps(original)
    def build(*shapes: Any, **named: Any) -> None:
        original(*shapes, **named)
        raise _Stopped

    layer.__dict__["build"] = build
    try:
        subject.call(layer, subject.symbolic())
    except _Stopped:
        pass
    finally:
        layer.__dict__.pop("build", None)


class _Stopped(Exception):
    """Keras has built the layer and may go no further."""


def attributes(layer: keras.Layer) -> dict[str, tuple[str, str]]:
    """Attribute → (kind, text), of the layer and of the sublayers that the user's file defines."""
    plain = _names_of_keras()
    found: dict[str, tuple[str, str]] = {}
    for prefix, one in _own_layers(layer):
        for name, value in vars(one).items():
            if name in plain or name in HELD or isinstance(value, keras.Layer):
                continue
            found[prefix + name] = _said(value, 0)
        # A list that is the default of an argument lives as long as the class, and remembers as well.
        for name, value in _defaults_of_call(type(one)):
            found[f"{prefix}call({name})"] = _said(value, 0)
    return found


def _defaults_of_call(layer_class: type) -> list[tuple[str, Any]]:
    try:
        parameters = inspect.signature(layer_class.call).parameters.values()
    except (TypeError, ValueError):
        return []
    return [(one.name, one.default) for one in parameters if isinstance(one.default, MUTABLE)]


def _own_layers(layer: keras.Layer) -> list[tuple[str, keras.Layer]]:
    found = [("", layer)]
    for child in layer._flatten_layers(include_self=False, recursive=True):
        module = getattr(__import__("sys").modules.get(type(child).__module__), "__file__", None)
        if module == FileUnderCheck.path:
            found.append((f"{child.name}.", child))
    return found


_KERAS_NAMES: set[str] = set()


def _names_of_keras() -> set[str]:
    """Attributes that every Keras layer has; computed once."""
    if not _KERAS_NAMES:
        blank = keras.layers.Layer()
        _KERAS_NAMES.update(vars(blank))
        _KERAS_NAMES.update(
            {"built", "_called", "_build_shapes_dict", "_lock", "_parent_path", "_path"}
        )
    return _KERAS_NAMES


def _said(value: Any, depth: int) -> tuple[str, str]:
    if isinstance(value, SIMPLE):
        return "value", repr(value)[:80]
    if isinstance(value, keras.Variable):
        return "weight", value.path
    if isinstance(value, np.ndarray):
        return "array", f"{value.shape} {hash(value.tobytes())}"
    if isinstance(value, dict) and depth < DEEPEST:
        items = [(str(key), _said(item, depth + 1)) for key, item in value.items()]
        kind = "tensors" if any(item[0] in ("tensor", "tensors") for _, item in items) else "items"
        return kind, f"{len(items)} " + repr(items)
    if isinstance(value, list | tuple | set) and depth < DEEPEST:
        items = [_said(item, depth + 1) for item in value]
        kind = "tensors" if any(item[0] in ("tensor", "tensors") for item in items) else "items"
        return kind, f"{len(items)} " + repr(items)
    if keras.backend.is_keras_tensor(value) or (
        hasattr(value, "shape") and hasattr(value, "dtype")
    ):
        return "tensor", f"tensor {id(value)}"
    return "object", type(value).__name__


def changes(
    before: dict[str, tuple[str, str]], after: dict[str, tuple[str, str]], call: int
) -> list[Change]:
    """What is not as it was."""
    found = []
    for name, (kind, text) in after.items():
        was_kind, was = before.get(name, ("absent", "not set"))
        if (
            (was_kind, was) == (kind, text)
            or kind in ("weight", "object")
            and was_kind in ("absent", kind)
        ):
            continue
        what = (
            "tensor" if kind in ("tensor", "tensors") else "grows" if kind == "items" else "value"
        )
        found.append(Change(name, _short(was_kind, was), _short(kind, text), what, call))
    return found


def _short(kind: str, text: str) -> str:
    if kind in ("items", "tensors"):
        return f"{text.split(' ')[0]} items"
    if kind == "tensor":
        return "a tensor"
    return "an array" if kind == "array" else text


def weights(layer: keras.Layer) -> dict[str, np.ndarray]:
    """The numbers of all weights by place and path; seed states are no weights."""
    return {
        f"{index}:{short_path(layer, weight)}": np.array(to_numpy(weight.value))
        for index, weight in enumerate(layer.weights)
    }


def short_path(layer: keras.Layer, weight: keras.Variable) -> str:
    """A weight's path without the name of the layer, which Keras numbers."""
    return (
        weight.path.partition("/")[2] if weight.path.startswith(layer.name + "/") else weight.path
    )


def moved(before: dict[str, np.ndarray], after: dict[str, np.ndarray]) -> tuple[str, ...]:
    """Paths of the weights whose numbers changed."""
    return tuple(
        name.partition(":")[2]
        for name, value in after.items()
        if name in before
        and not np.array_equal(before[name], value, equal_nan=value.dtype.kind == "f")
    )
