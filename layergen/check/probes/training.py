"""Probe: the layer in training and in inference: noise and its source, state that moves, the trainable switch."""

from __future__ import annotations

import inspect
import random
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.randomness import Handed, Mode, Training
from layergen.check.probes import averages, draws, handing, noise, snapshot
from layergen.check.probes.raised import attempt
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.structure import close, described, to_numpy
from layergen.check.probes.subject import Subject

CALLS = 3
MOST_CALLS = 10  # where numbers are drawn, and come out alike


def probe(subject: Subject) -> Training:
    loud = noise.with_rates(subject)
    # A rate of 0, a common default, hides noise that inference does not switch off.
    at_rates = loud is not None and _mode(loud, False)[0].noise
    subject = loud if at_rates else subject
    takes = subject.takes("training")
    infer, inferred = _mode(subject, False)
    train, trained = _mode(subject, True)
    plain = _mode(subject, None)[0] if takes else infer
    differ = None
    if not isinstance(inferred, Raised) and not isinstance(trained, Raised):
        differ = not close(inferred, trained, 1e-5, 1e-6)
    noisy = train.varies or infer.varies or bool(train.draws) or bool(infer.draws)
    forced, frozen = _switch(subject)
    seeded, differ_by_seed = _seeds(subject) if noisy else (None, None)
    return Training(
        takes_training=takes,
        train=train,
        infer=infer,
        plain=plain,
        modes_differ=differ,
        handed=_handed(subject),
        seeded=seeded,
        seeds_differ=differ_by_seed,
        forced_trainable=forced,
        stays_frozen=frozen,
        trainable_moved=_trainable_among(subject, train.moved),
        frozen_moved=_moved_though_frozen(subject) if train.moved else (),
        losses=(_losses(subject, True), _losses(subject, False)),
        inverted_momentum=averages.inverted(subject) if train.moved else "",
        own_noise=noise.noise(subject),
        at_rates=at_rates,
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
    # A branch that is dropped now and then, for two rows, is often the same some times in a row.
    while seen[-1] and len(results) < MOST_CALLS and not _vary(results[1:]):
        results.append(attempt(lambda: to_numpy(call(subject, layer, training))))
    broken = next((result for result in results if isinstance(result, Raised)), None)
    if broken is not None:
        return Mode(training, raised=broken), broken
    varies = _vary(results)
    moved = snapshot.moved(weights, snapshot.weights(layer))
    changed = snapshot.changes(held, snapshot.attributes(layer), 2)
    by_chance = not moved and not any(one.goes_on for one in changed)
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
        noise=_vary(results[1:]) and by_chance,
        often=_vary(results[1:CALLS]) and by_chance,
    )
    return mode, results[0]


def _vary(results: list[Any]) -> bool:
    if any(isinstance(result, Raised) for result in results):
        return True
    return not all(close(results[0], result, 1e-5, 1e-6) for result in results[1:])


def _losses(subject: Subject, training: bool) -> int:
    layer = attempt(subject.make)
    done = attempt(call, subject, layer, training)
    left = attempt(lambda: len(layer.losses))
    return 0 if isinstance(done, Raised) or isinstance(left, Raised) else left


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
    """The trainable weights among those that each training call moves. One that only the first call sets is left out:
    it is given its start by the data, and learns from there.
    """
    layer = attempt(subject.made, training=True) if moved else None
    if layer is None or isinstance(layer, Raised):
        return ()
    before = snapshot.weights(layer)
    attempt(call, subject, layer, True, subject.arrays(seed=1, scale=3.0))
    again = snapshot.moved(before, snapshot.weights(layer))
    names = {weight.path.rpartition("/")[2] for weight in layer.trainable_weights}
    others = {weight.path.rpartition("/")[2] for weight in layer.non_trainable_weights}
    return tuple(
        path for path in moved if path in again and path.rpartition("/")[2] in names - others
    )


def _takes_seed(subject: Subject) -> bool:
    return "seed" in inspect.signature(subject.layer_class.__init__).parameters


def _drawn(subject: Subject, seed: int, around: int) -> tuple[list[str], Any, list[np.ndarray]]:
    """With this `seed` argument: the seeds and numbers of the second training call. The rest is seeded apart."""
    set_seed(around)
    layer = subject.layer_class(**{**subject.init, "seed": seed})
    call(subject, layer, True)
    values: list[str] = []
    with draws.recorded(layer, values):
        outputs = to_numpy(call(subject, layer, True))
    return values, outputs, [np.array(to_numpy(weight.value)) for weight in layer.weights]


def _seeds(subject: Subject) -> tuple[bool | None, bool | None]:
    """Whether the same `seed` draws the same, and another one something else."""
    if not _takes_seed(subject):
        return None, None
    tries = [attempt(_drawn, subject, seed, around) for seed, around in ((7, 11), (7, 22), (8, 11))]
    if any(isinstance(one, Raised) for one in tries):
        return None, None
    first, again, other = tries
    if first[0]:
        return first[0] == again[0], first[0] != other[0]
    # Another generator than Keras's: only the numbers tell, and only where no random weights come in between.
    alike = all(np.array_equal(one, two) for one, two in zip(first[2], again[2], strict=True))
    return (close(first[1], again[1], 1e-5, 1e-6) if alike else None), None
