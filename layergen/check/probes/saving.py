"""Probe: a model that holds the layer, saved and loaded in a fresh process, cloned and copied; state that is no weight."""

from __future__ import annotations

import copy
import os
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised, Reload, Saving
from layergen.check.probes.fresh import Failed
from layergen.check.probes.inventory import all_layers, weights_of
from layergen.check.probes.raised import attempt
from layergen.check.probes.restore import config_of, restored
from layergen.check.probes.sketch import attributes
from layergen.check.probes.structure import close, flat, largest_difference, to_numpy
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import copy_weights, nudge

LOAD = keras.Layer.load_own_variables
OF_WEIGHTS_FILE, HELD = ".weights.npz", ".held.npz"
COINS = 6
STEPS = 3  # training calls before state is looked for


def probe(subject: Subject) -> Saving:
    changes: dict[str, Any] = _copies(subject) | _state(subject)
    layer = subject.make()
    model = attempt(_model, subject, layer)
    if isinstance(model, Raised):
        return Saving(model=model, **changes)
    inputs = _flat_inputs(subject)
    _nudge(subject, layer, model, inputs)
    expected = attempt(lambda: to_numpy(model(inputs)))
    # Two throws of few coins may well be equal: a layer that has a seed is asked more often.
    draws = any("seed" in variable.path for variable in layer.variables)
    for _ in range(COINS if draws else 1):
        again = attempt(lambda: to_numpy(model(inputs)))
        if isinstance(expected, Raised) or isinstance(again, Raised):
            return Saving(model=expected if isinstance(expected, Raised) else again, **changes)
        if not close(expected, again):
            return Saving(random=True, **changes)
    changes["clone"] = _clone(subject, layer, model, inputs, expected)
    changes |= _files(subject, model, inputs, expected)
    return Saving(**changes)


def _model(subject: Subject, layer: keras.Layer) -> keras.Model:
    symbolic = subject.symbolic()
    first, others = subject.split(symbolic)
    outputs = layer(*first, **others, **subject.options())
    return keras.Model(_flat(symbolic), outputs)


def _nudge(subject: Subject, layer: keras.Layer, model: keras.Model, inputs: list[Any]) -> None:
    outputs = [attempt(lambda: to_numpy(model(inputs)))]

    def matters() -> bool:
        outputs.append(attempt(lambda: to_numpy(model(inputs))))
        return not isinstance(outputs[-1], Raised) and not close(outputs[-2], outputs[-1])

    if any("float" not in str(weight.dtype) for weight in weights_of(layer)):
        attempt(subject.call, layer, training=True)  # counts are moved by use alone
    attempt(nudge, layer, keep=matters)
    _settle(subject, layer, model)


def _settle(subject: Subject, layer: keras.Layer, model: keras.Model) -> None:
    """Lets a layer compute what it computes from its weights when they are loaded, as an adapted Normalization does."""
    if any(type(one).load_own_variables is not LOAD for one in all_layers(layer)):
        path = subject.scratch("settled.weights.h5")
        attempt(model.save_weights, path)
        attempt(model.load_weights, path)


def _flat(inputs: Any) -> list[Any]:
    return flat(inputs, lambda value: hasattr(value, "shape"))


def _flat_inputs(subject: Subject) -> list[Any]:
    return [subject.tensors(array) for array in _flat(subject.arrays())]


def _clone(
    subject: Subject, layer: keras.Layer, model: keras.Model, inputs: list[Any], expected: Any
) -> Reload:
    scope = {subject.layer_class.__name__: subject.layer_class}
    with keras.saving.custom_object_scope(scope):
        clone = attempt(keras.models.clone_model, model)
    if isinstance(clone, Raised):
        return Reload(raised=clone, stage="clone", done=True)
    if not copy_weights(model, clone):
        return Reload(difference=None, same=False, stage="weights", done=True)
    _settle(subject, layer, clone)
    return _compared(attempt(lambda: to_numpy(clone(inputs))), expected)


def _compared(outputs: Any, expected: Any) -> Reload:
    if isinstance(outputs, Raised):
        return Reload(raised=outputs, stage="call", done=True, same=False)
    return Reload(
        difference=largest_difference(outputs, expected),
        same=close(outputs, expected),
        done=True,
        stage="call",
    )


def _files(
    subject: Subject, model: keras.Model, inputs: list[Any], expected: Any
) -> dict[str, Reload]:
    paths = {
        "model": subject.scratch("model.keras"),
        "weights": subject.scratch("model.weights.h5"),
        "inputs": subject.scratch("inputs.npz"),
        "outputs": subject.scratch("outputs.npz"),
    }
    saved = attempt(model.save, paths["model"])
    if isinstance(saved, Raised):
        return {"file": Reload(raised=saved, stage="save", done=True, same=False)}
    weights = attempt(model.save_weights, paths["weights"])
    arrays = [np.asarray(value) for value in _flat(to_numpy(inputs))]
    if any(array.dtype.kind in "OSU" for array in arrays):
        return (
            {}
        )  # strings do not travel by npz; layers of text are few, and have no weights to lose
    np.savez(paths["inputs"], *arrays)
    try:
        answer = subject.in_fresh_process("saving:reload", paths)
    except Failed as error:
        kind = "raised" if isinstance(error.evidence, Raised) else "lost"
        return {"file": Reload(**{kind: error.evidence}, stage="load", done=True, same=False)}
    found = {"file": _read_back(model, answer, "file", paths["outputs"], expected)}
    if not isinstance(weights, Raised) and "weights" in answer:
        found["weights_file"] = _read_back(
            model, answer, "weights", paths["outputs"] + OF_WEIGHTS_FILE, expected
        )
    for path in paths.values():
        attempt(os.unlink, path)
    return found


def _read_back(
    model: keras.Model, answer: dict[str, Any], part: str, path: str, expected: Any
) -> Reload:
    if "raised" in answer[part]:
        return Reload(
            raised=Raised(**answer[part]["raised"]),
            stage=answer[part]["stage"],
            done=True,
            same=False,
        )
    found = _compared(_stored(path), _flat(expected))
    return replace(found, weights_lost=_others(model, _stored(path + HELD)))


def _stored(path: str) -> list[np.ndarray]:
    with np.load(path) as stored:
        arrays = [stored[name] for name in stored.files]
    os.unlink(path)
    return arrays


def _held(model: keras.Model) -> list[np.ndarray]:
    return [np.asarray(to_numpy(weight.value)) for weight in model.weights]


def _others(model: keras.Model, held: list[np.ndarray]) -> tuple[str, ...]:
    """Weights whose values are others than these, where there are as many of the same shapes."""
    pairs = list(zip(model.weights, _held(model), held, strict=False))
    if len(held) != len(model.weights) or any(a.shape != b.shape for _, a, b in pairs):
        return ()
    return tuple(weight.name for weight, one, two in pairs if not close(one, two))


def reload(layer_class: type, paths: dict[str, str]) -> dict[str, Any]:
    """In the fresh process: loads the model and its weights, and calls it on the stored inputs."""
    with np.load(paths["inputs"]) as stored:
        inputs = [keras.ops.convert_to_tensor(stored[name]) for name in stored.files]
    scope = {layer_class.__name__: layer_class}
    answer: dict[str, Any] = {"file": {}}
    model = attempt(keras.models.load_model, paths["model"], custom_objects=scope, compile=False)
    if isinstance(model, Raised):
        return {"file": {"raised": vars(model), "stage": "load"}}
    outputs = attempt(lambda: _flat(to_numpy(model(inputs))))
    if isinstance(outputs, Raised):
        return {"file": {"raised": vars(outputs), "stage": "call"}}
    _store(paths["outputs"], outputs, model)
    answer["weights"] = {}
    with keras.saving.custom_object_scope(scope):
        other = attempt(keras.models.clone_model, model)
        loaded = (
            other if isinstance(other, Raised) else attempt(other.load_weights, paths["weights"])
        )
    if isinstance(loaded, Raised):
        return {**answer, "weights": {"raised": vars(loaded), "stage": "load"}}
    outputs = attempt(lambda: _flat(to_numpy(other(inputs))))
    if isinstance(outputs, Raised):
        return {**answer, "weights": {"raised": vars(outputs), "stage": "call"}}
    _store(paths["outputs"] + OF_WEIGHTS_FILE, outputs, other)
    return answer


def _store(path: str, outputs: list[np.ndarray], model: keras.Model) -> None:
    """What came out, and what the weights are."""
    np.savez(path, *outputs)
    np.savez(path + HELD, *_held(model))


def _copies(subject: Subject) -> dict[str, Any]:
    """A deep copy of the layer after a call."""
    with keras.saving.custom_object_scope({subject.layer_class.__name__: subject.layer_class}):
        return _copied(subject)


def _copied(subject: Subject) -> dict[str, Any]:
    layer = subject.made(training=False)
    twin = attempt(copy.deepcopy, layer)
    if isinstance(twin, Raised):
        return {"copy": Reload(raised=twin, stage="copy", done=True, same=False)}
    theirs = {id(variable) for variable in twin.variables}
    shared = tuple(variable.name for variable in weights_of(layer) if id(variable) in theirs)
    attempt(nudge, layer)
    if shared or not copy_weights(layer, twin):
        return {"copy": Reload(done=True, same=False, stage="weights"), "copy_shares": shared}
    twice = [attempt(lambda: to_numpy(subject.call(layer, training=False))) for _ in range(2)]
    # A layer that is random at inference differs from itself; that is no fault of the copy.
    if any(isinstance(value, Raised) for value in twice) or not close(*twice):
        return {}
    outputs = attempt(lambda: to_numpy(subject.call(twin, training=False)))
    return {"copy": _compared(outputs, twice[0])}


def _state(subject: Subject) -> dict[str, Any]:
    """After training calls: a layer restored from the config with the same weights must give the same numbers."""
    layer = subject.made(training=False)
    before = attributes(layer)
    for step in range(STEPS):
        if isinstance(
            attempt(subject.call, layer, subject.arrays(seed=step), training=True), Raised
        ):
            return {}
    after = attributes(layer)
    changed = tuple(name for name in after if before.get(name) != after[name])
    config = config_of(layer)
    again = config if isinstance(config, Raised) else restored(layer, config)
    if isinstance(again, Raised) or isinstance(
        attempt(subject.call, again, training=False), Raised
    ):
        return {}
    if not copy_weights(layer, again):
        return {"state_attributes": changed}
    # A layer that is random at inference differs from itself; that is no lost state.
    twice = [attempt(lambda: to_numpy(subject.call(layer, training=False))) for _ in range(2)]
    if any(isinstance(value, Raised) for value in twice) or not close(*twice):
        return {"state_attributes": changed}
    outputs = attempt(lambda: to_numpy(subject.call(again, training=False)))
    return {"state_attributes": changed, "state": _compared(outputs, twice[0])}
