"""The layer of an example and its reference: made, given weights, called."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import sys
from functools import cache
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import keras
import numpy as np
from keras import ops

from tests.gallery.gradients import factors, gradients
from tests.gallery.reference import Case, Result, Run, drawn

EXAMPLES = Path(__file__).parents[2] / "examples"
REFERENCES = Path(__file__).parent / "references"
NAMES = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


@cache
def layer_class(name: str) -> type[keras.layers.Layer]:
    """The example's recorded class, imported; test_golden.py holds it to the spec."""
    path = EXAMPLES / f"{name}.py"
    found = importlib.util.spec_from_file_location(f"gallery_{name}", path)
    assert (
        found is not None and found.loader is not None and path.exists()
    ), f"examples/{name}.py is not recorded: run pytest tests/gallery/test_golden.py --rewrite-golden"
    module = importlib.util.module_from_spec(found)
    sys.modules[module.__name__] = module
    found.loader.exec_module(module)
    (layer,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == module.__name__
    )
    return layer


@cache
def reference(name: str) -> ModuleType:
    """The example's reference."""
    return importlib.import_module(f"tests.gallery.references.{name}")


def cases() -> list[tuple[str, int]]:
    """Each case of each reference that is there, by name and number."""
    there = [name for name in NAMES if (REFERENCES / f"{name}.py").exists()]
    return [(name, index) for name in there for index in range(len(reference(name).CASES))]


class Subject:
    """One case, with its arrays and the values of the layer's weights."""

    def __init__(self, name: str, index: int) -> None:
        self.reference = reference(name)
        self.layer_class = layer_class(name)
        self.case: Case = self.reference.CASES[index]
        random = np.random.default_rng(index)
        self.inputs = drawn(self.case.inputs, random)
        self.masks = drawn(self.case.masks, random)
        self.options = drawn(self.case.options, random)
        first = self.ours()
        self.values = {path: self._value(path, value) for path, value in by_path(first).items()}
        self.trainable = {path_of(weight) for weight in first.trainable_weights}

    def _value(self, path: str, initial: np.ndarray) -> np.ndarray:
        if initial.dtype.kind != "f":
            return initial
        random = np.random.default_rng([*path.encode()])
        draw = getattr(self.reference, "draw", None)
        value = draw(path, initial.shape, random) if draw else None
        return (0.5 * random.normal(size=initial.shape) if value is None else value).astype(
            initial.dtype
        )

    @property
    def has_twin(self) -> bool:
        return hasattr(self.reference, "keras_layer")

    def ours(self) -> keras.layers.Layer:
        """A fresh generated layer, built; with the values once they are drawn."""
        layer = getattr(self.reference, "wrap", lambda layer: layer)(
            self.layer_class(**self.case.init, name="layer")  # paths that do not count layers
        )
        self._build(layer)
        if hasattr(self, "values"):
            layer.set_weights(list(self.values.values()))
        return layer

    def twin(self) -> keras.layers.Layer:
        """A fresh layer of Keras, with the same values."""
        layer = self.reference.keras_layer(**self.case.init)
        self._build(layer)
        layer.set_weights(self.carried(self.values))
        return layer

    def carried(self, values: dict[str, np.ndarray]) -> list[np.ndarray]:
        """The twin's weights for ours."""
        if hasattr(self.reference, "carried"):
            return self.reference.carried(values, **self.case.init)
        return list(values.values())

    def _build(self, layer: keras.layers.Layer) -> None:
        inputs = keras.tree.map_structure(
            lambda x: None if x is None else keras.Input(batch_shape=x.shape, dtype=str(x.dtype)),
            self.inputs,
        )
        layer(*(inputs if isinstance(inputs, tuple) else (inputs,)), **self.options)

    def call(self, layer: keras.layers.Layer, inputs: Any = None, training: Any = None) -> Any:
        """The outputs of the case's call, or of the same call on other inputs."""
        structure = self.inputs if inputs is None else inputs
        tensors = [
            None if x is None else ops.convert_to_tensor(x) for x in keras.tree.flatten(structure)
        ]
        masks = self.masks
        if masks is not None:
            flat = list(masks) if isinstance(masks, list | tuple) else [masks]
            flat = list(masks.values()) if isinstance(masks, dict) else flat
            for tensor, mask in zip(tensors, flat, strict=True):
                if mask is not None:
                    tensor._keras_mask = ops.convert_to_tensor(mask)
        packed = keras.tree.pack_sequence_as(structure, tensors)
        options = dict(self.options)
        if "training" in inspect.signature(layer.call).parameters:
            options["training"] = self.case.training if training is None else training
        return layer(*(packed if isinstance(packed, tuple) else (packed,)), **options)

    def result(self, layer: keras.layers.Layer) -> Result:
        """Calls, and tells everything that came of it."""
        outputs = self.call(layer)
        masks = tuple(
            None if getattr(x, "_keras_mask", None) is None else ops.convert_to_numpy(x._keras_mask)
            for x in keras.tree.flatten(outputs)
        )
        losses = float(sum(ops.convert_to_numpy(loss) for loss in layer.losses))
        return Result(
            keras.tree.map_structure(ops.convert_to_numpy, outputs), masks, losses, by_path(layer)
        )

    def expected(self, values: Any = None, inputs: Any = None, training: Any = None) -> Result:
        """What the NumPy reference says, for these weights and inputs."""
        found = self.reference.expected(self.run(values, inputs, training))
        return found if isinstance(found, Result) else Result(found)

    def run(self, values: Any = None, inputs: Any = None, training: Any = None) -> Run:
        """What a NumPy reference reads, for these weights and inputs."""
        layer = self.layer_class(**self.case.init)
        values = self.values if values is None else values
        return Run(
            keras.tree.map_structure(_wide, self.inputs if inputs is None else inputs),
            {path: _wide(value) for path, value in values.items()},
            SimpleNamespace(**{**layer.get_config(), **self.case.init}),
            self.case.training if training is None else training,
            self.masks,
            self.options,
        )

    def moved(self, values: dict[str, np.ndarray], inputs: Any) -> Result:
        """The reference a step away: by its `surrogate` where the layer's gradients are not its slopes."""
        if not hasattr(self.reference, "surrogate"):
            return self.expected(values, inputs)
        found = self.reference.surrogate(self.run(values, inputs), self.run())
        return found if isinstance(found, Result) else Result(found)

    def slopes(self, layer: keras.layers.Layer) -> tuple[list, list]:
        """Gradients for each weight and each flat input."""
        inputs = self.inputs if isinstance(self.inputs, tuple) else (self.inputs,)
        packed = isinstance(self.inputs, tuple)
        return gradients(
            layer, inputs, lambda made, given: self.call(made, given if packed else given[0])
        )

    def difference_quotient(self, weights: dict[str, np.ndarray], inputs: list) -> float:
        """How fast the NumPy reference's weighted sum changes in a direction."""
        step = 1e-6

        def at(side: float) -> float:
            values = {
                path: _wide(value) + (side * weights[path] if path in weights else 0)
                for path, value in self.values.items()
            }
            flat = keras.tree.flatten(self.inputs)
            moved = [
                x if direction is None else _wide(x) + side * direction
                for x, direction in zip(flat, inputs, strict=True)
            ]
            result = self.moved(values, keras.tree.pack_sequence_as(self.inputs, moved))
            total = float(result.losses)
            for index, output in enumerate(keras.tree.flatten(result.outputs)):
                output = np.asarray(output)
                if output.dtype.kind == "f":
                    total += float(np.sum(output * factors(output.shape, index)))
            return total

        return (at(step) - at(-step)) / (2 * step)


def _wide(x: Any) -> Any:
    if x is None:
        return None
    x = np.asarray(x)
    return x.astype("float64") if x.dtype.kind == "f" else x


def path_of(weight: keras.Variable) -> str:
    """`attention/query/kernel`: the path without the outermost layer's name."""
    return weight.path.partition("/")[2]


def by_path(layer: keras.layers.Layer) -> dict[str, np.ndarray]:
    """The layer's weights."""
    found = {path_of(weight): ops.convert_to_numpy(weight) for weight in layer.weights}
    assert len(found) == len(layer.weights), "two weights have one path"
    return found
