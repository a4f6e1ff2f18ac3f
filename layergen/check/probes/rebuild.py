"""The layer built by its own `build`: on other batch sizes, on lists, on unknown sizes, and twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras

from layergen.check.evidence import Growth, Raised, UnknownSize, Variant
from layergen.check.probes.inventory import all_layers, is_leaf, own_attributes, walk
from layergen.check.probes.raised import attempt
from layergen.check.probes.sketch import text
from layergen.check.probes.subject import Subject
from layergen.check.probes.watch_state import StateWatch
from layergen.check.probes.weights import signature

Shapes = dict[str, Any]


def own_build(layer_class: type) -> bool:
    """Whether `build` is written by somebody else than Keras's base class."""
    return layer_class.build is not keras.Layer.build


def as_text(shapes: Shapes | None) -> Any:
    return None if shapes is None else {name: repr(value) for name, value in shapes.items()}


def is_shape(value: Any) -> bool:
    """One tensor's shape, rather than a list of shapes."""
    return isinstance(value, list | tuple) and all(
        isinstance(size, int | type(None)) for size in value
    )


def with_shapes(change: Callable[[tuple[Any, ...]], Any], value: Any) -> Any:
    """The structure with each shape in it replaced."""
    if isinstance(value, dict):
        return {key: with_shapes(change, item) for key, item in value.items()}
    if is_shape(value):
        return change(tuple(value))
    if isinstance(value, list | tuple):
        return type(value)(with_shapes(change, item) for item in value)
    return value


def variants(subject: Subject, shapes: Shapes) -> tuple[Variant, ...]:
    """Built on the very shapes, on another batch size, on None for it, and on lists, as Keras does at a reload."""
    batches = {"same": lambda shape: shape, "batch": _first(5), "unknown batch": _first(None)}
    found = [
        _variant(subject, what, with_shapes(change, shapes)) for what, change in batches.items()
    ]
    found.append(_variant(subject, "list", with_shapes(list, shapes)))
    return tuple(found)


def _first(size: int | None) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    return lambda shape: (size, *shape[1:]) if shape else shape


def _variant(subject: Subject, what: str, shapes: Shapes) -> Variant:
    weights = _built(subject, shapes)
    raised = weights if isinstance(weights, Raised) else None
    return Variant(
        what, str(as_text(shapes)), raised, () if isinstance(weights, Raised) else weights
    )


def _built(subject: Subject, shapes: Shapes) -> Any:
    def build() -> tuple[tuple[int, ...], ...]:
        layer = subject.make()
        layer.build(**shapes)
        return signature(layer)

    return attempt(build)


def unknown_sizes(subject: Subject, shapes: Shapes) -> tuple[UnknownSize, ...]:
    """Axes whose size changes no weight, and that `build` all the same cannot take as None.

    Never the last axis: it is known in any Keras model, and may size constants as well as weights.
    """
    expected = attempt(_state_sizes, subject, shapes)
    if isinstance(expected, Raised):
        return ()
    found = []
    for size in subject.sizes:
        # A few more may be the same number of patches; twice as many are not.
        others = [with_shapes(_between(size, other), shapes) for other in (size + 3, 2 * size)]
        if any(one == shapes or attempt(_state_sizes, subject, one) != expected for one in others):
            continue  # the size matters, or is refused for a reason of the layer's own
        result = _built(subject, with_shapes(_between(size, None), shapes))
        if isinstance(result, Raised):
            found.append(UnknownSize(size, result))
    return tuple(found)


def _state_sizes(subject: Subject, shapes: Shapes) -> list[Any]:
    """All that building makes of the sizes: weights, variables that Keras does not know, arrays, numbers kept for `call`."""
    with StateWatch() as watch:
        layer = subject.make()
        layer.build(**shapes)
    made = [tuple(item.value.shape) for item in watch.variables]
    held = [
        (path, tuple(value.shape))
        for path, value in walk(layer)
        if is_leaf(value) and hasattr(value, "shape")
    ]
    return [made, held, _counted(layer)]


def _between(old: int, new: int | None) -> Callable[[tuple[Any, ...]], tuple[Any, ...]]:
    """Another size for the axes between the first and the last."""
    return lambda shape: (
        *shape[:1],
        *(new if size == old else size for size in shape[1:-1]),
        *shape[1:][-1:],
    )


def grown(subject: Subject, shapes: Shapes) -> tuple[Growth, ...]:
    """What the layer's own attributes hold more of after `build` ran again."""
    layer = attempt(subject.make)
    if isinstance(layer, Raised) or isinstance(attempt(lambda: layer.build(**shapes)), Raised):
        return ()
    before = _counted(layer)
    for item in all_layers(layer):
        # Keras locks a built layer; what is asked here is whether building again starts afresh.
        item._tracker.unlock()
    attempt(lambda: layer.build(**shapes))
    after = _counted(layer)
    changed = [name for name in before if name in after and before[name] != after[name]]
    return tuple(Growth(name, before[name], after[name]) for name in changed)


def _counted(layer: keras.Layer) -> dict[str, str]:
    counts = {}
    for name, value in own_attributes(layer).items():
        if isinstance(value, list | tuple | dict | set):
            counts[name] = f"{len(value)} items"
        elif isinstance(value, int | float | str):
            counts[name] = text(value)
    return counts
