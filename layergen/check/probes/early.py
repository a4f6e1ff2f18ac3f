"""Watches a constructor: what is set before the base constructor, whether that runs at all, what of Keras's own is overwritten."""

from __future__ import annotations

import functools
import sys
from typing import Any, Self

import keras

from layergen.check.evidence import EarlyAttribute, Overwritten
from layergen.check.probes.raised import FileUnderCheck
from layergen.check.probes.stand_in import standing_in_for

# Set by Keras itself while the object is made or tracked, before any constructor runs.
BY_KERAS = {"build", "quantize", "_tracker", "_lock", "_auto_config", "_auto_config_error_args"}


class Recorder:
    """While it is entered, notes what layers of exactly this class set before `keras.layers.Layer.__init__`."""

    def __init__(self, layer_class: type) -> None:
        self.layer_class = layer_class
        self.base_ran = False
        self._ran: set[int] = set()
        self._early: dict[str, tuple[Any, int | None]] = {}
        self._after: dict[str, Any] = {}
        self._overwritten: dict[str, int] = {}

    def __enter__(self) -> Self:
        self._setattr, self._init = keras.Layer.__setattr__, keras.Layer.__init__
        recorder = self

        def set_attribute(layer: keras.Layer, name: str, value: Any) -> None:
            # The base constructor and the tracker set attributes as well; they are not the user's lines.
            line = _user_line() if type(layer) is recorder.layer_class else None
            if line is not None and id(layer) in recorder._ran:
                if _is_bookkeeping(name, value):
                    recorder._overwritten[name] = line
            elif line is not None and name not in BY_KERAS:
                recorder._early[name] = (value, line)
            recorder._setattr(layer, name, value)

        @standing_in_for(self._init)
        def initialise(layer: keras.Layer, *args: Any, **kwargs: Any) -> None:
            watched = type(layer) is recorder.layer_class
            if watched:
                recorder._ran.add(id(layer))
            recorder._init(layer, *args, **kwargs)
            if watched:
                recorder.base_ran = True
                for name in recorder._early:
                    recorder._after[name] = getattr(layer, name, None)

        keras.Layer.__setattr__, keras.Layer.__init__ = set_attribute, initialise
        return self

    def __exit__(self, *_: object) -> None:
        keras.Layer.__setattr__, keras.Layer.__init__ = self._setattr, self._init

    def early(self) -> tuple[EarlyAttribute, ...]:
        """What was set too early, in order."""
        return tuple(
            EarlyAttribute(name, _kind(name, value), line, self._is_reset(name, value))
            for name, (value, line) in self._early.items()
        )

    def overwritten(self) -> tuple[Overwritten, ...]:
        """What Keras keeps its own state in, and the constructor puts something else into."""
        return tuple(Overwritten(name, line) for name, line in self._overwritten.items())

    def _is_reset(self, name: str, value: Any) -> bool:
        if name not in self._after:
            return False
        after = self._after[name]
        try:
            return after is not value and bool(after != value)
        except Exception:  # noqa: BLE001 - values that do not compare, such as arrays
            return False


@functools.cache
def _private_state() -> dict[str, Any]:
    """The private attributes of a bare layer."""
    return {name: value for name, value in vars(keras.Layer()).items() if name.startswith("_")}


def _is_bookkeeping(name: str, value: Any) -> bool:
    """Whether Keras keeps lists, or a switch that the value is none for, under this name."""
    own = _private_state().get(name)
    if isinstance(own, bool):
        return not isinstance(value, bool)
    return isinstance(own, list | set | dict)


def _kind(name: str, value: Any) -> str:
    items = (
        value
        if isinstance(value, list | tuple)
        else value.values() if isinstance(value, dict) else [value]
    )
    if any(isinstance(item, keras.Layer) for item in items):
        return "layer"
    if any(isinstance(item, keras.Variable) for item in items):
        return "variable"
    return (
        "base"
        if name in vars(keras.Layer()) or isinstance(getattr(keras.Layer, name, None), property)
        else "plain"
    )


def _user_line() -> int | None:
    """The line of the user's file that sets the attribute: the frame that called `__setattr__`."""
    frame = sys._getframe(2)
    return frame.f_lineno if frame.f_code.co_filename == FileUnderCheck.path else None
