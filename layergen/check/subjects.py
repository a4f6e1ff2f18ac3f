"""Layers and arrays of a running program, as targets and structures that a child process can make again."""

from __future__ import annotations

import inspect
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from layergen.check.structures import structure
from layergen.errors import LayergenError

OF_KERAS = ("name", "trainable", "dtype")  # in every config; a check chooses them itself


@dataclass(frozen=True)
class Subject:
    """Where a layer's class is written, and the arguments that make it."""

    target: str
    class_name: str
    init: dict[str, Any] | None


def subject_of(layer_or_class: Any, init: dict[str, Any] | None) -> Subject:
    """The subject for a layer class, or for a layer, whose config then gives the arguments."""
    layer_class = layer_or_class if inspect.isclass(layer_or_class) else type(layer_or_class)
    if not any(base.__name__ == "Layer" for base in layer_class.__mro__):
        raise LayergenError(f"{layer_or_class!r} is no Keras layer and no class of layers")
    if layer_class is not layer_or_class and init is None:
        init = _from_config(layer_or_class)
    return Subject(f"{_file_of(layer_class)}::{layer_class.__name__}", layer_class.__name__, init)


def _file_of(layer_class: type) -> str:
    try:
        file = inspect.getsourcefile(layer_class)
    except (TypeError, OSError):
        file = None
    if file is None or not Path(file).is_file():
        raise LayergenError(
            f"{layer_class.__name__} has no source file: put it in a module to check it"
        )
    if "<locals>" in layer_class.__qualname__:
        raise LayergenError(
            f"{layer_class.__qualname__} is written inside a function, where no other process can import it: "
            "move it to the top of its module"
        )
    path = Path(file)
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _from_config(layer: Any) -> dict[str, Any]:
    """A layer's own arguments, from its config."""
    config = {key: value for key, value in layer.get_config().items() if key not in OF_KERAS}
    try:
        return json.loads(json.dumps(config))
    except TypeError as error:
        raise LayergenError(
            f"the config of {type(layer).__name__} is not JSON ({error}): give the class, and its arguments as init"
        ) from None


def described_structure(inputs: Any) -> Any:
    """`{"shape": …, "dtype": …}` for arrays, tensors and written shapes, nested as they are."""
    if hasattr(inputs, "shape") and hasattr(inputs, "dtype"):
        sizes = [2 if size is None else int(size) for size in inputs.shape]
        return {"shape": sizes, "dtype": _dtype_name(inputs.dtype)}
    if isinstance(inputs, dict) and "shape" not in inputs:
        return {key: described_structure(value) for key, value in inputs.items()}
    if isinstance(inputs, list | tuple) and not all(isinstance(size, int) for size in inputs):
        return [described_structure(value) for value in inputs]
    return structure(inputs)


def _dtype_name(dtype: Any) -> str:
    """`float32` for the dtype objects of NumPy, TensorFlow, JAX and PyTorch."""
    return getattr(dtype, "name", None) or str(dtype).rpartition(".")[2]  # "torch.float32", "float32"
