"""Sublayers that `build` builds on another shape than `call` gives them: seen as soon as two sizes differ."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any

import keras

from layergen.check.evidence import Misbuilt, Raised
from layergen.check.probes.inventory import all_layers
from layergen.check.probes.other_values import arguments
from layergen.check.probes.raised import attempt
from layergen.check.probes.rebuild import own_build
from layergen.check.probes.stand_in import standing_in_for
from layergen.check.probes.subject import SEED, Subject

MOST = 6  # variations


def misbuilt(subject: Subject) -> Misbuilt | None:
    """A change of a size that breaks the layer, unless its sublayers are left to be built by the call."""
    if not own_build(subject.layer_class):
        return None
    layer = attempt(subject.made)
    if isinstance(layer, Raised) or len(all_layers(layer)) < 2:
        return None
    for tried, (what, changes, sizes) in enumerate(_variations(subject)):
        if tried == MOST:
            break
        raised = attempt(_call, subject, changes, sizes, False)
        if not isinstance(raised, Raised):
            continue
        # The proof: the very same layer runs when each sublayer is built on what call hands it.
        if not isinstance(attempt(_call, subject, changes, sizes, True), Raised):
            return Misbuilt(what, raised)
    return None


def _variations(subject: Subject) -> Iterator[tuple[str, dict[str, Any], dict[int, int]]]:
    for size in subject.sizes[::-1]:
        yield f"inputs with {size + 3} in place of {size}", {}, {size: size + 3}
    for argument in arguments(subject.layer_class, subject.drive.init):
        value = argument.value
        if argument.kind == "number" and isinstance(value, int) and value > 1:
            yield f"{argument.name}={value * 2}", {argument.name: value * 2}, {}


def _call(subject: Subject, changes: dict[str, Any], sizes: dict[int, int], left: bool) -> Any:
    keras.utils.set_random_seed(SEED)
    layer = subject.layer_class(**{**subject.init, **changes})
    inputs = subject.arrays(sizes=sizes)
    if left:
        _leave_sublayers_to_call(layer)
    return subject.call(layer, inputs, training=False)


def _leave_sublayers_to_call(layer: keras.Layer) -> None:
    """While the layer's own build runs, building a sublayer does nothing; the call then builds it, as Keras does."""
    own = layer.build

    @functools.wraps(own)
    def build(*args: Any, **kwargs: Any) -> None:
        left: list[tuple[keras.Layer, Any]] = []
        initialise = keras.Layer.__init__

        def leave(item: keras.Layer) -> None:
            if not any(item is other for other, _ in left):
                left.append((item, item.build))
                object.__setattr__(item, "build", _nothing)

        @standing_in_for(initialise)
        def initialise_and_leave(item: keras.Layer, *values: Any, **options: Any) -> None:
            initialise(item, *values, **options)
            leave(item)

        for item in all_layers(layer)[1:]:
            if not item.built:
                leave(item)
        # Sublayers that build itself makes are left alone too.
        keras.Layer.__init__ = initialise_and_leave
        try:
            own(*args, **kwargs)
        finally:
            keras.Layer.__init__ = initialise
            for item, original in left:
                object.__setattr__(item, "build", original)

    object.__setattr__(layer, "build", build)


def _nothing(*args: Any, **kwargs: Any) -> None:
    """Stands in for a sublayer's build."""
