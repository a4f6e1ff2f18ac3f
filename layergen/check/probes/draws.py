"""Records with which seeds keras.random is asked for numbers while something runs."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from typing import Any
from unittest import mock

import keras


@contextlib.contextmanager
def recorded(layer: keras.Layer, values: list[str] | None = None) -> Iterator[list[str]]:
    """The kinds of seeds, in order: `tracked`, `untracked`, `global`, `integer 42`; in `values`, what they hold."""
    module = importlib.import_module(f"keras.src.backend.{keras.backend.backend()}.random")
    original, dropout = module.draw_seed, module.dropout
    seen: list[str] = []
    known = {id(variable) for variable in layer.variables}

    def note(seed: Any) -> None:
        if isinstance(seed, keras.random.SeedGenerator):
            seen.append("tracked" if id(seed.state) in known else "untracked")
        else:
            seen.append("global" if seed is None else f"integer {seed}")

    def drawing(seed: Any) -> Any:
        note(seed)
        drawn = original(seed)
        if values is not None:
            values.append(str(keras.ops.convert_to_numpy(drawn).tolist()))
        return drawn

    def dropping(inputs: Any, rate: Any, noise_shape: Any = None, seed: Any = None) -> Any:
        before = len(seen)
        outputs = dropout(inputs, rate, noise_shape, seed)
        if len(seen) == before and rate:
            note(seed)  # torch has a dropout of its own, which draws no seed
        return outputs

    with (
        mock.patch.object(module, "draw_seed", drawing),
        mock.patch.object(module, "dropout", dropping),
    ):
        yield seen
