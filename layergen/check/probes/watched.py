"""Arguments that Keras users know by name, and whether the layer uses what it is given for them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised, Seeded, Watched
from layergen.check.probes.inventory import weights_of
from layergen.check.probes.other_values import SPIED, Argument
from layergen.check.probes.raised import attempt
from layergen.check.probes.row_calls import has_rows
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.spies import reached, spy, used, was_used
from layergen.check.probes.structure import close, flat, to_numpy
from layergen.check.probes.subject import SEED, Subject
from layergen.check.probes.weights import copy_weights, nudge

Values = dict[str, Any]
MOST = 12  # combinations of the other arguments
MANY_ROWS = 24
RATE = re.compile(r"rate|drop|prob|^p$|stddev|noise|jitter|survival|keep")


def made(subject: Subject, changes: Values, seed: int = SEED) -> Any:
    set_seed(seed)
    return subject.layer_class(**{**subject.init, **changes})


def watch(
    subject: Subject, arguments: tuple[Argument, ...], *, few: bool = False
) -> tuple[Watched, ...]:
    """Each argument that takes an object which can be watched, over several settings of the switches beside it."""
    kinds = {
        argument.name: argument.kind
        for argument in arguments
        if argument.kind in (*SPIED, "activation")
    }
    kinds.setdefault("activity_regularizer", "regularizer")
    settings = _settings(arguments)[: 2 if few else MOST]
    seen = {name: Watched(name, kind, False, 0) for name, kind in kinds.items()}
    for setting in settings:
        waiting = {name: kinds[name] for name, record in seen.items() if not record.used}
        # All at once, which is quick; one at a time where the layer does not take that.
        together = {name: kind for name, kind in waiting.items() if kind != "activation"}
        groups = [{name: kind} for name, kind in waiting.items() if kind == "activation"]
        for group in [together, *groups]:
            if group and not _try(subject, setting, group, seen):
                for name, kind in group.items() if len(group) > 1 else ():
                    _try(subject, setting, {name: kind}, seen)
    for name, record in seen.items():
        if record.kind == "activation" and record.settings and not record.used:
            seen[name] = replace(record, used=_word_matters(subject, name, settings))
    return tuple(record for record in seen.values() if record.settings)


def _settings(arguments: tuple[Argument, ...]) -> list[Values]:
    """The drive's arguments, all switches on, and each switch turned: a bias_initializer needs a bias."""
    switches = [argument for argument in arguments if argument.kind == "bool"]
    turned = [{switch.name: not switch.value} for switch in switches]
    found: list[Values] = [{}, {switch.name: True for switch in switches}, *turned]
    return found


def _try(
    subject: Subject, setting: Values, kinds: dict[str, str], seen: dict[str, Watched]
) -> bool:
    """Makes and calls the layer with spies for these arguments, and notes which were used."""
    used.clear()
    layer = attempt(
        made, subject, {**setting, **{name: spy(kind, name) for name, kind in kinds.items()}}
    )
    if isinstance(layer, Raised) or isinstance(attempt(subject.call, layer, training=True), Raised):
        return False
    attempt(lambda: list(layer.losses))
    weights = weights_of(layer)
    for name, kind in kinds.items():
        stem = name.removesuffix(kind).strip("_")
        called_like_it = [weight.name for weight in weights if stem and stem in weight.name]
        got = reached(kind, name, layer) if kind != "activation" else ()
        seen[name] = replace(
            seen[name],
            used=seen[name].used or was_used(kind, name, layer),
            settings=seen[name].settings + 1,
            weights=max(seen[name].weights, len(weights)),
            counterpart=seen[name].counterpart or bool(called_like_it) or not stem,
            reached=got,
            missed=tuple(weight for weight in called_like_it if weight not in got),
        )
    return True


def _word_matters(subject: Subject, name: str, settings: list[Values]) -> bool:
    """A layer may know activations by their names only: then another name changes the output."""
    for setting in settings:
        outputs = []
        for word in ("tanh", "exponential", "softplus"):
            layer = attempt(made, subject, {**setting, name: word})
            if isinstance(layer, Raised):
                return True  # it looks at the word
            attempt(subject.call, layer, training=False)
            attempt(nudge, layer)
            outputs.append(attempt(lambda made=layer: to_numpy(subject.call(made, training=False))))
        if any(isinstance(output, Raised) for output in outputs):
            continue
        if not all(close(outputs[0], output) for output in outputs[1:]):
            return True
    return False


def seeds(subject: Subject, arguments: tuple[Argument, ...]) -> tuple[Seeded, ...]:
    """Seed arguments of layers that draw random numbers; rates of 0 are raised first."""
    rates = {
        argument.name: 0.5
        for argument in arguments
        if RATE.search(argument.name)
        and isinstance(argument.value, int | float)
        and not isinstance(argument.value, bool)
    }
    found = []
    for argument in arguments:
        if argument.kind == "seed":
            record = _seed(subject, argument.name, {}) or _seed(subject, argument.name, rates)
            found.append(record or Seeded(argument.name, random=False))
    return tuple(found)


def _seed(subject: Subject, name: str, changes: Values) -> Seeded | None:
    """The training output under two global seeds and two seeds of the argument; None where nothing random is seen."""

    def outputs(seed: int, world: int) -> Any:
        layer = made(subject, {**changes, name: seed}, world)
        subject.call(layer, training=False)
        set_seed(world)
        return [np.asarray(value) for value in _twice(subject, layer, reference)]

    reference = attempt(made, subject, {**changes, name: 11})
    if isinstance(reference, Raised) or isinstance(
        attempt(subject.call, reference, training=False), Raised
    ):
        return None
    seen = [attempt(outputs, 11, 1), attempt(outputs, 11, 2), attempt(outputs, 12, 1)]
    if any(isinstance(value, Raised) for value in seen):
        return None
    first, again, other = seen
    repeats, differs = close(first, again), not close(first, other)
    if not close(first[: len(first) // 2], first[len(first) // 2 :]) or not repeats or differs:
        return Seeded(name, random=True, repeats=repeats, differs=differs)
    return None


def _twice(subject: Subject, layer: keras.Layer, reference: keras.Layer) -> list[Any]:
    """The outputs of two training calls, both from the reference's weights: a queue that moved on is no random number."""
    values: list[Any] = []
    # Many rows: two draws of a few coins are often the same.
    inputs = subject.arrays(batch=MANY_ROWS if has_rows(subject) else None)
    for _ in range(2):
        if not copy_weights(reference, layer):
            raise ValueError("other weights")
        outputs = to_numpy(subject.call(layer, inputs, training=True))
        values += [value for value in flat(outputs, lambda item: hasattr(item, "shape"))]
    return values
