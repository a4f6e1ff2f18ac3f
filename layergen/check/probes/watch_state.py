"""Watches variables and layers come into being, and which layers are called, while a layer is constructed and called."""

from __future__ import annotations

import functools
import sys
from dataclasses import dataclass
from typing import Any, Self

import keras

from layergen.check.probes.raised import FileUnderCheck
from layergen.check.probes.stand_in import standing_in_for
from layergen.check.probes.weights import described


@dataclass(frozen=True)
class Made:
    """A variable or layer with the moment and the user's line that made it."""

    value: Any
    phase: str
    line: int | None


class StateWatch:
    """While it is entered: everything made, every layer called, and what `build` of the followed layer was given."""

    def __init__(self) -> None:
        self.phase = "construct"
        self.variables: list[Made] = []
        self.layers: list[Made] = []
        self.called: list[keras.Layer] = []
        self.build_calls = 0
        self.shapes: dict[str, Any] | None = None
        self.built_weights: tuple[str, ...] = ()
        self.built_ids: set[int] = set()

    def __enter__(self) -> Self:
        self._originals = (keras.Variable.__init__, keras.Layer.__init__, keras.Layer.__call__)
        keras.Variable.__init__ = self._noting(keras.Variable.__init__, self.variables)
        keras.Layer.__init__ = self._noting(keras.Layer.__init__, self.layers)
        keras.Layer.__call__ = self._calling(keras.Layer.__call__)
        return self

    def __exit__(self, *_: object) -> None:
        keras.Variable.__init__, keras.Layer.__init__, keras.Layer.__call__ = self._originals

    def follow(self, layer: keras.Layer) -> None:
        """From now on, notes what `build` of this layer is given and what the layer holds after it."""
        self.phase = "call"
        original = layer.build

        @functools.wraps(original)
        def build(*args: Any, **kwargs: Any) -> Any:
            import inspect

            self.build_calls += 1
            # What Keras gives, by name: a build(a_shape, b_shape) gets only what it asks for.
            self.shapes = dict(inspect.signature(original).bind(*args, **kwargs).arguments)
            self.phase = "build"
            try:
                return original(*args, **kwargs)
            finally:
                self.phase = "call"
                self.built_weights = described(layer)
                self.built_ids = {id(variable) for variable in layer.variables}

        object.__setattr__(layer, "build", build)
        if getattr(layer, "built", False):
            self.built_weights = described(layer)
            self.built_ids = {id(variable) for variable in layer.variables}

    def made_by(self, value: Any) -> Made | None:
        return next((made for made in (*self.variables, *self.layers) if made.value is value), None)

    def _noting(self, original: Any, store: list[Made]) -> Any:
        @standing_in_for(original)
        def initialise(value: Any, *args: Any, **kwargs: Any) -> None:
            # A subclass may get here twice through super(); it is one object.
            if not any(made.value is value for made in store):
                store.append(Made(value, self.phase, user_line()))
            original(value, *args, **kwargs)

        return initialise

    def _calling(self, original: Any) -> Any:
        @functools.wraps(original)
        def call(layer: keras.Layer, *args: Any, **kwargs: Any) -> Any:
            if not any(layer is other for other in self.called):
                self.called.append(layer)
            return original(layer, *args, **kwargs)

        return call


def user_line() -> int | None:
    """The nearest line of the user's file on the stack."""
    frame: Any = sys._getframe(2)
    while frame is not None:
        if frame.f_code.co_filename == FileUnderCheck.path:
            return int(frame.f_lineno)
        frame = frame.f_back
    return None
