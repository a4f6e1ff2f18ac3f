"""One try at driving a layer: make it, call it on arrays, see how far it comes."""

from __future__ import annotations

import inspect
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.patience import Pace, took_too_long
from layergen.check.probes import structure
from layergen.check.probes.raised import attempt
from layergen.check.probes.values import realised

EMPTY_OUTPUT = "an output has an axis of size 0: the inputs are too small"
OTHER_BATCH = 3
SHARE_EACH = 0.3  # of the time for the whole search


class TookTooLong(BaseException):
    """Raised by the alarm in the middle of a try."""


class MachineTooBusy(TookTooLong):
    """The same, where the try had next to no processor time to come through."""


@dataclass(frozen=True)
class Attempt:
    """What was tried and how far it came: none, constructed, called."""

    init: dict[str, Any]
    arguments: dict[str, Any] = field(default_factory=dict)
    call: dict[str, Any] = field(default_factory=dict)
    furthest: str = "none"
    raised: Raised | None = None
    consistent: bool = (
        False  # called, in training too, and the promised shape has the rank of the one that comes out
    )

    any_batch: bool = True  # another number of rows works too
    grown: bool = False  # the output has more axes than any input: arrays of odd ranks broadcast
    finite: bool = True  # no output is NaN or infinite
    unpromised: Raised | None = None  # what a symbolic call raises, where the one on arrays works
    without: Raised | None = None  # what stopped the same call without its optional tensors

    @property
    def said(self) -> str:
        shapes = structure.mapped(lambda leaf: f"{leaf['dtype']}{leaf['shape']}", self.arguments)
        ending = f"{self.raised.type}: {self.raised.message[:160]}" if self.raised else "worked"
        return f"init {self.init}, inputs {shapes}: {ending}".replace("\n", " ")


class Laboratory:
    """Makes tries for one class, within a number and a time."""

    def __init__(self, layer_class: type, seconds: float, most: int = 140) -> None:
        self.layer_class = layer_class
        self.seconds, self.begun = seconds, (time.monotonic(), time.process_time())
        self.seconds_each = max(seconds * SHARE_EACH, 0.5)
        self.left = most
        self.made: list[Attempt] = []

    @property
    def spent(self) -> bool:
        waited, worked = (time.monotonic() - self.begun[0], time.process_time() - self.begun[1])
        return self.left <= 0 or took_too_long(waited, worked, self.seconds) or self.hangs

    @property
    def hangs(self) -> bool:
        """Two tries that never ended are enough."""
        return (
            sum(
                one.raised is not None
                and one.raised.type in (TookTooLong.__name__, MachineTooBusy.__name__)
                for one in self.made
            )
            > 1
        )

    def construct(self, init: dict[str, Any]) -> Any:
        """An instance, or how it failed."""
        self.left -= 1
        with alarm(self.seconds_each):
            made = attempt(lambda: self.layer_class(**_objects(init)))
        if isinstance(made, Raised):
            self.made.append(Attempt(init, raised=made))
        return made

    def call(
        self, init: dict[str, Any], arguments: dict[str, Any], call: dict[str, Any] | None = None
    ) -> Attempt:
        """A new instance called on arrays."""
        self.left -= 1
        call = call or {}
        with alarm(self.seconds_each):
            layer = attempt(lambda: self.layer_class(**_objects(init)))
            if isinstance(layer, Raised):
                result = Attempt(init, arguments, call, "none", layer)
            else:
                outputs = attempt(lambda: call_on(layer, structure.arrays(arguments), call))
                if not isinstance(outputs, Raised) and _is_empty(outputs):
                    outputs = Raised("EmptyOutput", EMPTY_OUTPUT)
                if isinstance(outputs, Raised):
                    result = Attempt(init, arguments, call, "constructed", outputs)
                else:
                    promised = attempt(self._symbolic, init, arguments, call)
                    batches = self._takes_other_batch(init, arguments, call)
                    same = batches and _of_same_ranks(promised, outputs)
                    same = same and self._trains(layer, arguments, call)
                    grown = _grown(arguments, outputs)
                    result = Attempt(init, arguments, call, "called", None, same, batches, grown)
                    result = replace(result, finite=_is_finite(outputs))
                    if isinstance(promised, Raised):
                        result = replace(result, unpromised=promised)
        self.made.append(result)
        return result

    def traces(self, init: dict[str, Any], arguments: dict[str, Any], call: dict[str, Any]) -> bool:
        """Whether the call works on symbolic inputs."""
        with alarm(self.seconds_each):
            outputs = attempt(self._symbolic, init, arguments, call)
        return not isinstance(outputs, Raised)

    def _symbolic(
        self, init: dict[str, Any], arguments: dict[str, Any], call: dict[str, Any]
    ) -> Any:
        layer = self.layer_class(**_objects(init))
        return call_on(layer, structure.symbolic(arguments, batch=2), call)

    def _takes_other_batch(
        self, init: dict[str, Any], arguments: dict[str, Any], call: dict[str, Any]
    ) -> bool:
        """Whether another number of rows works: a wrong number of channels may come out even with one by accident."""
        others = structure.resized(arguments, OTHER_BATCH, None)
        outputs = attempt(
            lambda: call_on(self.layer_class(**_objects(init)), structure.arrays(others), call)
        )
        return not isinstance(outputs, Raised)

    def _trains(self, layer: keras.Layer, arguments: dict[str, Any], call: dict[str, Any]) -> bool:
        """Whether the call works in training, where it may use more of its inputs."""
        if "training" not in inspect.signature(self.layer_class.call).parameters:
            return True
        call = {**call, "training": True}
        outputs = attempt(lambda: call_on(layer, structure.arrays(arguments), call))
        return not isinstance(outputs, Raised)


def _of_same_ranks(promised: Any, outputs: Any) -> bool:
    """Whether a symbolic call gives outputs with as many axes as the call on arrays does."""
    if isinstance(promised, Raised):
        return False
    one, other = ([len(leaf["shape"]) for leaf in _leaves(made)] for made in (promised, outputs))
    return one == other


def _leaves(outputs: Any) -> list[dict[str, Any]]:
    leaves = structure.flat(structure.described(outputs))
    return [leaf for leaf in leaves if structure.is_leaf(leaf)]


def _is_empty(outputs: Any) -> bool:
    """Whether an output has no numbers: TensorFlow lets a kernel pass over an axis that is shorter than it."""
    return any(0 in (leaf["shape"] or ()) for leaf in _leaves(outputs))


def _is_finite(outputs: Any) -> bool:
    """Whether every float that came out is a number."""
    found = structure.flat(outputs, leaf=lambda value: hasattr(value, "shape"))
    values = [value for value in found if hasattr(value, "dtype") and "float" in str(value.dtype)]
    return all(bool(keras.ops.all(keras.ops.isfinite(value))) for value in values)


def _grown(arguments: dict[str, Any], outputs: Any) -> bool:
    """Whether an output has more axes than any of several inputs, or than a single one and one more."""
    given = [len(leaf["shape"]) for leaf in structure.flat(arguments)]
    made = [len(leaf["shape"]) for leaf in _leaves(outputs)]
    return max(made, default=0) > max(given, default=0) + (len(given) < 2)


def call_on(layer: keras.Layer, inputs: dict[str, Any], call: dict[str, Any]) -> Any:
    """`layer(first, other=…, **call)`."""
    values = {
        name: structure.mapped(_tensor, value, leaf=lambda v: hasattr(v, "shape"))
        for name, value in inputs.items()
    }
    first, *others = values
    return layer(values[first], **{name: values[name] for name in others}, **_objects(call))


@contextmanager
def alarm(seconds: float) -> Iterator[None]:
    """Interrupts what takes too long, where it can be interrupted; the parent process watches over the rest."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    wall, work, pace = time.monotonic(), time.process_time(), Pace("self")

    def ring(*_: object) -> None:
        waited, worked = time.monotonic() - wall, time.process_time() - work
        if how := pace.verdict(waited, worked, seconds):
            kind = MachineTooBusy if how == "busy" else TookTooLong
            raise kind(f"still running after {waited:.0f} s")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, seconds / 4)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _tensor(value: Any) -> Any:
    if keras.backend.is_keras_tensor(value) or getattr(value, "dtype", None) == object:
        return value
    return keras.ops.convert_to_tensor(value)


def _objects(values: dict[str, Any]) -> dict[str, Any]:
    return {name: realised(deepcopy(value)) for name, value in values.items()}
