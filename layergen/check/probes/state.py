"""State that comes late, that Keras does not know of, that starts equal, or that has a dtype of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import keras
import numpy as np

from layergen.check.evidence import Late, Raised, Repeated, Untracked
from layergen.check.probes import inventory, snapshot
from layergen.check.probes.inventory import all_layers, is_seed_state, path_in, weights_of
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.probes.watch_state import StateWatch

SMALLEST = 4  # values that two weights must have for their equality to be no accident
POLICIES = ("float64", "bfloat16", "float16")


def late(subject: Subject, layer: keras.Layer, watch: StateWatch) -> tuple[Late, ...]:
    """Tracked weights that were not there when `build` was over, by the sublayer that holds them."""
    if not watch.build_calls and not watch.built_weights and not layer._tracker.locked:
        return ()  # Keras could not trace the call, and so never built: that is another fault
    found: list[Late] = []
    for holder in all_layers(layer):
        own = [*holder._trainable_variables, *holder._non_trainable_variables]
        missing = [variable for variable in own if id(variable) not in watch.built_ids]
        if not missing:
            continue
        made = watch.made_by(missing[0] if holder is layer else holder)
        names = tuple(path_in(layer, variable) for variable in missing)
        owner = "" if holder is layer else holder.name
        found.append(Late(owner, type(holder).__name__, names, made.line if made else None))
    return tuple(found)


def untracked(subject: Subject, layer: keras.Layer, watch: StateWatch) -> tuple[Untracked, ...]:
    """Layers and variables that are in use or in reach, and that Keras does not track."""
    tracked = {id(item) for item in all_layers(layer)}
    paths = {id(value): path for path, value in inventory.walk(layer)}
    found: list[Untracked] = []
    hidden: dict[int, str] = {}
    for item in _hidden_layers(layer, watch, paths, tracked):
        made = watch.made_by(item)
        found.append(
            Untracked(
                kind="layer",
                name=type(item).__name__,
                where=paths.get(id(item), ""),
                phase=made.phase if made else "before",
                line=made.line if made else None,
            )
        )
        hidden.update({id(variable): item.name for variable in item.variables})
    found += _hidden_variables(layer, watch, paths, hidden)
    return (*found, *_foreign(layer, subject))


def _hidden_layers(
    layer: keras.Layer, watch: StateWatch, paths: dict[int, str], tracked: set[int]
) -> list[keras.Layer]:
    known = {
        id(inner)
        for made in watch.layers
        if id(made.value) in tracked
        for inner in all_layers(made.value)
    }
    found: list[keras.Layer] = []
    candidates = [*watch.called, *(made.value for made in watch.layers if id(made.value) in paths)]
    for item in candidates:
        if id(item) in tracked | known or any(item is other for other in found):
            continue
        # A layer without weights has nothing to lose; metrics and models inside have owners of their own.
        held = attempt(lambda layer=item: list(layer.variables))
        if held and not isinstance(held, Raised) and not _inside_another(item, candidates, tracked):
            found.append(item)
    return found


def _inside_another(item: keras.Layer, candidates: list[keras.Layer], tracked: set[int]) -> bool:
    others = [other for other in candidates if other is not item and id(other) not in tracked]
    return any(item is inner for other in others for inner in all_layers(other))


def _hidden_variables(
    layer: keras.Layer, watch: StateWatch, paths: dict[int, str], hidden: dict[int, str]
) -> list[Untracked]:
    known = {id(variable) for variable in layer.variables}
    known |= {
        id(variable) for metric in getattr(layer, "metrics", []) for variable in metric.variables
    }
    found = []
    for made in watch.variables:
        variable = made.value
        if id(variable) in known or is_seed_state(variable):
            continue
        # Out of reach and not the user's: a temporary of Keras's own.
        if id(variable) not in paths and id(variable) not in hidden and made.line is None:
            continue
        found.append(
            Untracked(
                kind="variable",
                name=str(getattr(variable, "name", "")),
                where=paths.get(id(variable), ""),
                phase=made.phase,
                line=made.line,
                owner=hidden.get(id(variable), ""),
            )
        )
    return found


def _foreign(layer: keras.Layer, subject: Subject) -> list[Untracked]:
    """The backend's own variables, and arrays that another seed makes otherwise."""
    values = dict(inventory.walk(layer))
    found = [
        Untracked("foreign", type(value).__name__, path, "")
        for path, value in values.items()
        if inventory.is_foreign(value)
    ]
    arrays = {path: value for path, value in values.items() if _is_array(value)}
    if not arrays:
        return found
    other = attempt(subject.make, seed=4321)
    if isinstance(other, Raised):
        return found
    # What is there before any call on numbers: a result that a call leaves behind is no constant.
    attempt(snapshot.build_only, subject, other)
    theirs = dict(inventory.walk(other))
    attempt(subject.call, layer, subject.arrays(seed=1), training=False)
    later = dict(inventory.walk(layer))
    for path, value in arrays.items():
        kept = path in later and not _differ(value, later[path])  # else it comes from the inputs
        if kept and path in theirs and _is_array(theirs[path]) and _differ(value, theirs[path]):
            found.append(Untracked("array", type(value).__name__, path, "", random=True))
    return found


def _is_array(value: object) -> bool:
    if inventory.is_foreign(value):
        return False
    if isinstance(value, list | tuple) and len(value) >= SMALLEST:
        return all(isinstance(item, int | float) and not isinstance(item, bool) for item in value)
    return (isinstance(value, np.ndarray) and value.dtype.kind in "fiub") or inventory.is_tensor(
        value
    )


def _differ(one: object, other: object) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return list(one) != list(other)
    first, second = attempt(keras.ops.convert_to_numpy, one), attempt(
        keras.ops.convert_to_numpy, other
    )
    if isinstance(first, Raised) or isinstance(second, Raised):
        return False
    return first.shape != second.shape or not np.array_equal(first, second)


def same_values(layer: keras.Layer) -> tuple[tuple[str, str], ...]:
    """Pairs of weights that start with the same random values."""
    weights = [(path_in(layer, weight), _spread(weight)) for weight in weights_of(layer)]
    random = [(path, values) for path, values in weights if values is not None]
    pairs = []
    for index, (path, values) in enumerate(random):
        for other_path, others in random[index + 1 :]:
            if values.shape == others.shape and np.array_equal(values, others):
                pairs.append((path, other_path))
                break
    return tuple(pairs)


def repeated(layer: keras.Layer) -> tuple[Repeated, ...]:
    """Containers of the layer with one object that learns in more than one place."""
    found = []
    for name, value in inventory.own_attributes(layer).items():
        items = list(value.values()) if isinstance(value, Mapping) else value
        if not isinstance(items, list | tuple):
            continue
        kept = [item for item in items if _learns(item)]
        counts = Counter(id(item) for item in kept)
        item = next((item for item in kept if counts[id(item)] > 1), None)
        if item is not None:
            what = type(item).__name__ if isinstance(item, keras.Layer) else "weight"
            found.append(Repeated(name, what, counts[id(item)]))
    return tuple(found)


def _learns(item: object) -> bool:
    return isinstance(item, keras.Variable) or (
        isinstance(item, keras.Layer) and bool(weights_of(item))
    )


def _spread(weight: keras.Variable) -> np.ndarray | None:
    """The values of a float weight, None where too few of them differ to be random."""
    if not keras.backend.is_float_dtype(keras.backend.standardize_dtype(weight.dtype)):
        return None
    values = np.asarray(keras.ops.convert_to_numpy(keras.ops.cast(weight.value, "float32")))
    return values if len(np.unique(values)) >= SMALLEST else None


def other_dtype(subject: Subject) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Under a policy whose weights are not float32: the float weights that have another dtype all the same."""
    for policy in POLICIES:
        if policy == "float64" and subject.backend == "jax":
            continue  # 64 bits are off on jax unless somebody asks for them
        layer = attempt(lambda name=policy: subject.make(dtype=name))
        if isinstance(layer, Raised) or getattr(layer, "variable_dtype", None) != policy:
            continue
        attempt(subject.call, layer, training=False)
        # Sublayers have policies of their own; whether they were handed this one is another question.
        theirs = {id(variable) for item in all_layers(layer)[1:] for variable in item.variables}
        # State that is not trained may well be kept in single precision.
        own = layer._trainable_variables
        weights = [weight for weight in own if id(weight) not in theirs]
        kinds = [
            (path_in(layer, weight), keras.backend.standardize_dtype(weight.dtype))
            for weight in weights
        ]
        floats = [(path, kind) for path, kind in kinds if keras.backend.is_float_dtype(kind)]
        if floats:
            return policy, tuple((path, kind) for path, kind in floats if kind != policy)
    return "", ()
