"""Probe: the layer in training and in inference: noise and its source, state that moves, the trainable switch."""

from __future__ import annotations

import inspect
import random
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.randomness import Handed, Mode, Training
from layergen.check.probes import draws, handing, snapshot
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, described, to_numpy
from layergen.check.probes.subject import Subject

CALLS = 3


def probe(subject: Subject) -> Training:
    takes = subject.takes("training")
    infer, inferred = _mode(subject, False)
    train, trained = _mode(subject, True)
    plain = _mode(subject, None)[0] if takes else infer
    differ = None
    if not isinstance(inferred, Raised) and not isinstance(trained, Raised):
        differ = not close(inferred, trained, 1e-5, 1e-6)
    noisy = train.varies or infer.varies or bool(train.draws) or bool(infer.draws)
    forced, frozen = _switch(subject)
    return Training(
        takes_training=takes,
        train=train,
        infer=infer,
        plain=plain,
        modes_differ=differ,
        handed=_handed(subject),
        seeded=_seeded(subject, 7, 7) if noisy else None,
        seeds_differ=_differ(subject) if noisy else None,
        forced_trainable=forced,
        stays_frozen=frozen,
        trainable_moved=_trainable_among(subject, train.moved),
        frozen_moved=_moved_though_frozen(subject) if train.moved else (),
        structures=(
            (attempt(described, trained), attempt(described, inferred))
            if not train.raised and not infer.raised
            else (None, None)
        ),
    )


def call(subject: Subject, layer: keras.Layer, training: bool | None, inputs: Any = None) -> Any:
    """The call in a mode; Keras takes `training` for the sublayers' sake too where the layer's own `call` does not."""
    first, others = subject.split(subject.arrays() if inputs is None else inputs)
    mode = {} if training is None else {"training": training}
    return layer(*first, **others, **{**subject.options(), **mode})


def _mode(subject: Subject, training: bool | None) -> tuple[Mode, Any]:
    """Three calls on the same input; the first builds."""
    layer = subject.make()
    # A running maximum moves in the first call only: the weights are taken before it, where Keras can build them.
    attempt(snapshot.build_only, subject, layer)
    early = snapshot.weights(layer)
    outputs = attempt(call, subject, layer, training)
    if isinstance(outputs, Raised):
        return Mode(training, raised=outputs), outputs
    held = snapshot.attributes(layer)
    weights = snapshot.weights(layer)
    weights = early if early.keys() == weights.keys() else weights
    outside = _outside()
    seen, results = [], [attempt(to_numpy, outputs)]
    for _ in range(CALLS - 1):
        with draws.recorded(layer) as drawn:
            results.append(attempt(lambda: to_numpy(call(subject, layer, training))))
        seen.append(drawn)
    broken = next((result for result in results if isinstance(result, Raised)), None)
    if broken is not None:
        return Mode(training, raised=broken), broken
    varies = not all(close(results[0], result, 1e-5, 1e-6) for result in results[1:])
    moved = snapshot.moved(weights, snapshot.weights(layer))
    changed = snapshot.changes(held, snapshot.attributes(layer), 2)
    mode = Mode(
        training,
        varies=varies,
        draws=tuple(dict.fromkeys(draw for drawn in seen for draw in drawn)),
        repeated=tuple(
            draw
            for draw in dict.fromkeys(seen[0])
            if draw.startswith("integer") and draw in seen[1]
        ),
        outside=tuple(name for name, state in _outside().items() if state != outside.get(name)),
        moved=moved,
        noise=not close(results[1], results[2], 1e-5, 1e-6)
        and not moved
        and not [one for one in changed if one.kind != "tensor"],
    )
    return mode, results[0]


def _outside() -> dict[str, Any]:
    """States of the generators that are not Keras's."""
    numpy_state = np.random.get_state()
    states = {
        "NumPy": (numpy_state[1].tobytes(), numpy_state[2]),
        "Python": hash(random.getstate()),
    }
    if keras.backend.backend() == "torch":
        import torch

        states["PyTorch"] = torch.random.get_rng_state().numpy().tobytes()
    return states


def _moved_though_frozen(subject: Subject) -> tuple[str, ...]:
    layer = subject.make()
    attempt(snapshot.build_only, subject, layer)
    if not layer.built:
        attempt(call, subject, layer, False)
    layer.trainable = False
    before = snapshot.weights(layer)
    attempt(call, subject, layer, True)
    return snapshot.moved(before, snapshot.weights(layer))


def _handed(subject: Subject) -> tuple[Handed, ...]:
    """What each sublayer that cares for the mode was told, in a training call and in an inference call."""
    layer = attempt(subject.made, training=False)
    if isinstance(layer, Raised):
        return ()
    return handing.recorded(layer, lambda mode: attempt(call, subject, layer, mode))


def _switch(subject: Subject) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Weights that do not follow `trainable`, set before the first call and after it."""
    plain = attempt(subject.made)
    layer = attempt(subject.make)
    if isinstance(layer, Raised) or isinstance(plain, Raised):
        return (), ()
    wanted = len(plain.trainable_weights)
    layer.trainable = False
    if isinstance(attempt(subject.call, layer), Raised):
        return (), ()
    forced = tuple(weight.path for weight in layer.trainable_weights)
    plain.trainable = False
    late = tuple(weight.path for weight in plain.trainable_weights)
    plain.trainable = True
    frozen = ("all",) if len(plain.trainable_weights) < wanted else ()
    return forced or late, frozen


def _trainable_among(subject: Subject, moved: tuple[str, ...]) -> tuple[str, ...]:
    if not moved:
        return ()
    layer = attempt(subject.made)
    if isinstance(layer, Raised):
        return ()
    names = {weight.path.rpartition("/")[2] for weight in layer.trainable_weights}
    others = {weight.path.rpartition("/")[2] for weight in layer.non_trainable_weights}
    return tuple(path for path in moved if path.rpartition("/")[2] in names - others)


def _takes_seed(subject: Subject) -> bool:
    return "seed" in inspect.signature(subject.layer_class.__init__).parameters


def _first_noise(
    subject: Subject, seed: int, around: int, weights: list[np.ndarray] | None = None
) -> Any:
    """What a layer with this `seed` argument gives at its second training call; the rest is seeded apart."""
    keras.utils.set_random_seed(around)
    layer = subject.layer_class(**{**subject.init, "seed": seed})
    call(subject, layer, True)
    if weights:
        for weight, value in zip(layer.weights, weights, strict=True):
            weight.assign(value)
    else:
        weights = [np.array(to_numpy(weight.value)) for weight in layer.weights]
    return to_numpy(call(subject, layer, True)), weights


def _seeded(subject: Subject, one: int, two: int) -> bool | None:
    if not _takes_seed(subject):
        return None
    first = attempt(_first_noise, subject, one, 11)
    if isinstance(first, Raised):
        return None
    second = attempt(_first_noise, subject, two, 22, first[1])
    return None if isinstance(second, Raised) else close(first[0], second[0], 1e-5, 1e-6)


def _differ(subject: Subject) -> bool | None:
    same = _seeded(subject, 7, 8)
    return None if same is None else not same
