"""The layer under test as the probes see it: how to make one, what to call it on, what to compare."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras

from layergen.check.evidence import Drive, Source
from layergen.check.locate import Place
from layergen.check.probes import fresh, structure
from layergen.check.probes.driving.roles import STATES
from layergen.check.probes.seeding import set_seed
from layergen.check.probes.values import realised

SEED = 1234


@dataclass(frozen=True)
class Subject:
    """One layer class with the drive that works for it, on the backend of this process.

    Nothing here changes: a probe makes its own layers. Records of earlier probes are in `seen`, by record type.
    """

    layer_class: type
    drive: Drive
    source: Source
    place: Place
    folder: Path  # a scratch folder of this layer and backend, empty at the start, kept until the run ends
    seen: dict[type, Any] = field(default_factory=dict)

    @property
    def backend(self) -> str:
        return keras.backend.backend()

    @property
    def init(self) -> dict[str, Any]:
        """Fresh constructor values: objects (layers, functions) are made anew at each reading."""
        return {name: realised(deepcopy(value)) for name, value in self.drive.init.items()}

    @property
    def first(self) -> str:
        """Name of the first tensor argument of `call`."""
        return next(iter(self.drive.arguments))

    @property
    def sizes(self) -> tuple[int, ...]:
        """The distinct sizes of all axes but the first, over all inputs; each names a role (see `Drive`).

        Those of a cell's states are the cell's own: they are left out.
        """
        arguments = self.drive.arguments
        states = {
            name: leaves
            for name, leaves in arguments.items()
            if name != self.first and isinstance(leaves, list) and STATES.search(name)
        }
        every, own = (
            dict.fromkeys(size for leaf in structure.flat(one) for size in leaf["shape"][1:])
            for one in (arguments, states)
        )
        return tuple(size for size in every if size not in own)

    def make(self, seed: int = SEED, **changes: Any) -> keras.Layer:
        """A new layer with the drive's arguments, `changes` among them; the same seed gives the same weights.

        A value given in `changes` is taken as an object, not as plain JSON; `name=`, `dtype=`, `trainable=` go here too.
        """
        set_seed(seed)
        return self.layer_class(**{**self.init, **changes})

    def made(
        self, *, seed: int = SEED, training: bool | None = None, **changes: Any
    ) -> keras.Layer:
        """A new layer that has been called once on the drive's arrays, and so is built."""
        layer = self.make(seed, **changes)
        self.call(layer, training=training)
        return layer

    def arrays(
        self,
        batch: int | None = None,
        sizes: Mapping[int, int] | None = None,
        *,
        seed: int = 0,
        scale: float = 1.0,
    ) -> dict[str, Any]:
        """NumPy inputs by argument name. `sizes={5: 9}` makes each axis of size 5 (after the first) one of 9."""
        return structure.arrays(structure.resized(self.drive.arguments, batch, sizes), seed, scale)

    def symbolic(self, batch: int | None = None, unknown: tuple[int, ...] = ()) -> dict[str, Any]:
        """`keras.Input`s by argument name, None for the batch; `unknown=(5,)` makes each axis of size 5 None too."""
        return structure.symbolic(self.drive.arguments, batch, unknown)

    def call(self, layer: keras.Layer, inputs: dict[str, Any] | None = None, **options: Any) -> Any:
        """`layer(first, **others, **options)` as a user writes it; inputs by argument name, the drive's if None.

        `training=None` and `mask=None` are left out of the call, and so is what the layer's call does not take.
        """
        first, others = self.split(self.arrays() if inputs is None else inputs)
        return layer(*first, **others, **self.options(**options))

    def in_a_model(self) -> AbstractContextManager[Any]:
        """Names of operations as under a model: TensorFlow's graphs refuse `_private`, the name of a `_Private`, at the top."""
        return keras.name_scope("model")

    def split(self, inputs: dict[str, Any]) -> tuple[list[Any], dict[str, Any]]:
        """Inputs by name as the first positional argument and the others by name."""
        named = dict(inputs)
        if self.first not in named:
            return [], named
        first = named.pop(self.first)
        return [self.tensors(first)], {name: self.tensors(value) for name, value in named.items()}

    def tensors(self, arrays: Any) -> Any:
        """Arrays as backend tensors, KerasTensors and strings as they are."""

        def convert(value: Any) -> Any:
            if keras.backend.is_keras_tensor(value) or getattr(value, "dtype", None) == object:
                return value
            return keras.ops.convert_to_tensor(value)

        return structure.mapped(convert, arrays, leaf=lambda value: hasattr(value, "shape"))

    def options(self, **options: Any) -> dict[str, Any]:
        """Keywords of a call: the drive's own, then these; `training` and `mask` only if given and taken by `call`."""
        given = {name: value for name, value in options.items() if value is not None}
        if "training" in given and not self.takes("training"):
            del given["training"]
        return {**{name: realised(value) for name, value in self.drive.call.items()}, **given}

    def takes(self, argument: str) -> bool:
        """Whether the layer's own `call` has this argument."""
        import inspect

        parameters = inspect.signature(self.layer_class.call).parameters
        return argument in parameters

    def in_fresh_process(
        self, function: str, payload: dict[str, Any], timeout: float = 20.0
    ) -> dict[str, Any]:
        """Runs `function(layer_class, payload)` in a process that has only Keras imported, and returns its result.

        `function` is "probe_module:name" under check/probes, payload and result are JSON. Raises `fresh.Failed`, whose
        `evidence` is a `Raised` or a `Lost`, where it raised or died there.
        """
        return fresh.ask(self.place, self.layer_class.__name__, function, payload, timeout)

    def scratch(self, name: str) -> str:
        """A path for a file of this run."""
        os.makedirs(self.folder, exist_ok=True)
        return str(self.folder / name)
