"""Keras's own private battery, `run_layer_test`, on the pairs: does it raise on the broken half and pass the twin?

It cannot find inputs by itself, so it gets those of the index. Run by measure.py, once for each backend.
"""

from __future__ import annotations

import copy
import importlib.util
import inspect
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

from pairs import Pair, read_pairs, twins

SECONDS = 120


def is_leaf(spec: Any) -> bool:
    return isinstance(spec, dict) and {"shape", "dtype"} <= set(spec)


def over_leaves(function: Any, spec: Any) -> Any:
    if is_leaf(spec):
        return function(spec)
    if isinstance(spec, dict):
        return {key: over_leaves(function, value) for key, value in spec.items()}
    return [over_leaves(function, value) for value in spec]


def array_of(spec: dict[str, Any]) -> Any:
    import numpy as np

    generator = np.random.default_rng(0)
    if spec["dtype"] == "bool":
        return generator.uniform(size=spec["shape"]) > 0.3
    if "int" in spec["dtype"]:
        return generator.integers(1, spec.get("high", 9), size=spec["shape"]).astype(spec["dtype"])
    return generator.normal(size=spec["shape"]).astype(spec["dtype"])


def layer_class(path: Path, class_name: str) -> type:
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_{path.stem}", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return getattr(module, class_name)


def options(pair: Pair, cls: type) -> dict[str, Any]:
    """The arguments of run_layer_test for this layer, as well as it can be told what to do."""
    from keras import ops

    def tensors(spec: Any) -> Any:
        return over_leaves(lambda leaf: ops.convert_to_tensor(array_of(leaf)), spec)

    extra = {"call_kwargs": tensors(pair.call)} if pair.call else {}
    if pair.call or not is_leaf(pair.inputs):
        # Its training step takes one tensor only; without it, it does well on such layers.
        extra["run_training_check"] = False
    if len(inspect.signature(cls.build).parameters) > 2:
        first = list(inspect.signature(cls.call).parameters)[1]
        both = {first: pair.inputs, **pair.call}
        return {
            "input_shape": {f"{name}_shape": tuple(spec["shape"]) for name, spec in both.items()},
            "input_dtype": {f"{name}_shape": spec["dtype"] for name, spec in both.items()},
            "run_training_check": False,
        }
    if "int" in json.dumps(pair.inputs):
        return {"input_data": tensors(pair.inputs), **extra}
    return {"input_shape": over_leaves(lambda leaf: tuple(leaf["shape"]), pair.inputs), **extra}


def outcome(case: Any, pair: Pair, path: Path) -> str:
    """What run_layer_test says of one file: an empty string where it is content."""
    import keras
    from keras.src.saving import object_registration

    keras.backend.clear_session()
    object_registration.GLOBAL_CUSTOM_OBJECTS.clear()
    object_registration.GLOBAL_CUSTOM_NAMES.clear()
    signal.alarm(SECONDS)
    try:
        cls = layer_class(path, pair.class_name)
        init = copy.deepcopy(pair.init)
        case.run_layer_test(cls, init, custom_objects={pair.class_name: cls}, **options(pair, cls))
    except Exception as error:  # noqa: BLE001 - whatever it raises is what it says
        return f"{type(error).__name__}: {error}"[:300]
    finally:
        signal.alarm(0)
    return ""


def out_of_time(*_: Any) -> None:
    raise TimeoutError(f"run_layer_test took more than {SECONDS} seconds")


def main(backend: str, wanted: str, result: str) -> None:
    os.environ["KERAS_BACKEND"] = backend
    from keras.src import testing

    signal.signal(signal.SIGALRM, out_of_time)
    case = testing.TestCase()
    case.setUp()
    pairs = [pair for pair in read_pairs() if pair.name in set(json.loads(wanted))]
    shared = twins(pairs)
    seen: dict[Path, str] = {}
    said = {}
    for pair in pairs:
        twin = shared[pair.name]
        if twin not in seen:
            seen[twin] = outcome(case, pair, twin)
        said[pair.name] = {"broken": outcome(case, pair, pair.broken), "repaired": seen[twin]}
        Path(result).write_text(json.dumps(said, indent=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
