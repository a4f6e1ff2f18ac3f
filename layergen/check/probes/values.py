"""Constructor values as plain JSON, and the objects they stand for: layers, tuples, functions."""

from __future__ import annotations

import importlib
import operator
from types import SimpleNamespace
from typing import Any

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="layergen")
def identity(x: Any, *more: Any, **options: Any) -> Any:
    """What it is given."""
    return x


@keras.saving.register_keras_serializable(package="layergen")
def double(x: Any, *more: Any, **options: Any) -> Any:
    """Twice what it is given."""
    return x * 2


@keras.saving.register_keras_serializable(package="layergen")
def first(*values: Any, **options: Any) -> Any:
    """The first of several."""
    return values[0]


FUNCTIONS = {"identity": identity, "double": double, "first": first}


def realised(value: Any) -> Any:
    """The object that a plain value stands for; anything without a `$` key is taken as it is.

    `{"$layer": "Dense", "units": 8}` is a Keras layer, `{"$tuple": [1, 2]}` a tuple, `{"$function": "identity"}` a
    function, `{"$array": {"shape": [8, 8], "dtype": "float32"}}` an array of small random numbers,
    `{"$namespace": {"units": 8}}` an object with these attributes, `{"$object": "module:Class", "units": 8}` an
    instance of a class.
    """
    if isinstance(value, dict):
        if "$layer" in value:
            options = {key: realised(item) for key, item in value.items() if key != "$layer"}
            return getattr(keras.layers, value["$layer"])(**options)
        if "$tuple" in value:
            return tuple(realised(item) for item in value["$tuple"])
        if "$function" in value:
            return FUNCTIONS[value["$function"]]
        if "$array" in value:
            generator = np.random.default_rng(0)
            shape, dtype = value["$array"]["shape"], value["$array"].get("dtype", "float32")
            return generator.standard_normal(shape).astype(dtype)
        if "$namespace" in value:
            return SimpleNamespace(**realised(value["$namespace"]))
        if "$object" in value:
            options = {key: realised(item) for key, item in value.items() if key != "$object"}
            module, _, path = value["$object"].partition(":")
            return operator.attrgetter(path)(importlib.import_module(module))(**options)
        return {key: realised(item) for key, item in value.items()}
    if isinstance(value, list):
        return [realised(item) for item in value]
    return value
