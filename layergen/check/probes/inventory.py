"""What a layer holds: a walk through attributes, containers, closures and plain objects that Keras does not look into."""

from __future__ import annotations

import functools
import types
from collections.abc import Iterator, Mapping
from typing import Any

import keras
import numpy as np

DEEPEST = 6
WIDEST = 200  # elements of one container that are looked at
ATOMS = (
    str,
    bytes,
    int,
    float,
    complex,
    bool,
    type(None),
    type,
    types.ModuleType,
    types.BuiltinFunctionType,
)


@functools.cache
def keras_attributes() -> frozenset[str]:
    """Attributes that every layer has: Keras's own bookkeeping, and that of the backend's base class."""
    layer = keras.layers.Layer()
    return frozenset(
        [*vars(layer), "_torch_params", "_build_shapes_dict", "_inbound_nodes", "_outbound_nodes"]
    )


def own_attributes(layer: keras.Layer) -> dict[str, Any]:
    """The attributes that the layer's own code set."""
    # `_self_...` is the bookkeeping of TensorFlow's checkpoints.
    mine = {name: value for name, value in vars(layer).items() if not name.startswith("_self_")}
    held = {name: value for name, value in mine.items() if name not in keras_attributes()}
    # On torch, modules and parameters live in dictionaries of their own.
    for store in ("_modules", "_parameters", "_buffers"):
        held.update(
            {k: v for k, v in vars(layer).get(store, {}).items() if k not in keras_attributes()}
        )
    return held


def walk(layer: keras.Layer) -> Iterator[tuple[str, Any]]:
    """Every object in reach of the layer's own attributes with its path; sublayers and variables are not entered."""
    seen: set[int] = {id(layer)}
    for name, value in own_attributes(layer).items():
        yield from _walk(name, value, seen, DEEPEST)


def _walk(path: str, value: Any, seen: set[int], depth: int) -> Iterator[tuple[str, Any]]:
    if isinstance(value, ATOMS) or id(value) in seen or depth == 0:
        return
    seen.add(id(value))
    yield path, value
    if is_leaf(value):
        return
    for step, child in _children(value):
        yield from _walk(path + step, child, seen, depth - 1)


def is_leaf(value: Any) -> bool:
    """Whether the walk ends here: layers, variables, tensors and arrays are found, not entered."""
    return (
        isinstance(value, keras.layers.Layer | keras.Variable | np.ndarray)
        or is_tensor(value)
        or is_foreign(value)
    )


def is_tensor(value: Any) -> bool:
    return keras.ops.is_tensor(value) and not isinstance(value, keras.Variable)


def is_foreign(value: Any) -> bool:
    """A variable of the backend that is no Keras variable."""
    kind = type(value)
    names = {f"{base.__module__.partition('.')[0]}.{base.__name__}" for base in kind.__mro__}
    return bool(
        names & {"tensorflow.Variable", "tensorflow.BaseResourceVariable", "torch.Parameter"}
    )


def _children(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        for key, item in list(value.items())[:WIDEST]:
            yield f"[{key!r}]", item
    elif isinstance(value, list | tuple | set | frozenset):
        for index, item in enumerate(list(value)[:WIDEST]):
            yield f"[{index}]", item
    elif isinstance(value, functools.partial):
        yield ".func", value.func
        yield from ((f".args[{index}]", item) for index, item in enumerate(value.args))
        yield from ((f".keywords[{key!r}]", item) for key, item in value.keywords.items())
    elif isinstance(value, types.MethodType):
        yield ".__self__", value.__self__
    elif isinstance(value, types.FunctionType):
        yield from _of_function(value)
    elif not type(value).__module__.startswith(
        ("keras.", "tensorflow.", "jax", "torch", "numpy", "threading")
    ):
        yield from (
            (f".{name}", item)
            for name, item in list(getattr(value, "__dict__", {}).items())[:WIDEST]
        )


def _of_function(function: types.FunctionType) -> Iterator[tuple[str, Any]]:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=False):
        try:
            yield f" ({name} of the function)", cell.cell_contents
        except ValueError:  # a cell that is still empty
            continue
    for index, item in enumerate(function.__defaults__ or ()):
        yield f" (default {index} of the function)", item


def all_layers(layer: keras.Layer) -> list[keras.Layer]:
    """The layer and every sublayer that Keras tracks."""
    found, queue = [], [layer]
    while queue:
        item = queue.pop(0)
        if any(item is other for other in found):
            continue
        found.append(item)
        queue += list(getattr(item, "_layers", []))
    return found


def attribute_of(layer: keras.Layer, child: keras.Layer) -> str:
    """The attribute that holds a sublayer, `drop` or `blocks[1]`: its name is counted up from process to process."""
    # PyTorch keeps what is a module, as a layer there is, in a table of its own.
    attributes = {**vars(layer), **(vars(layer).get("_modules") or {})}
    held = {
        f"{name}[{index}]": item
        for name, value in attributes.items()
        if isinstance(value, list | tuple) and name != "_layers"  # Keras's own list of them all
        for index, item in enumerate(value)
    }
    return next((name for name, item in (attributes | held).items() if item is child), child.name)


def weights_of(layer: keras.Layer) -> list[keras.Variable]:
    """All variables but the states of random generators."""
    return [variable for variable in layer.variables if not is_seed_state(variable)]


def is_seed_state(variable: keras.Variable) -> bool:
    return "seed_generator_state" in getattr(variable, "name", "")


def path_in(layer: keras.Layer, variable: keras.Variable) -> str:
    """The path of a variable without the layer's own name."""
    head, _, tail = variable.path.partition("/")
    return tail if tail and head == layer.name else variable.path
