"""Counts what the backend traces or compiles anew while something runs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from unittest import mock


@dataclass
class Count:
    """How many graphs were traced."""

    count: int = 0


@contextlib.contextmanager
def counted(backend: str) -> Iterator[Count]:
    """Traces of `tf.function` in the block. The other backends keep no such count that means a fault."""
    seen = Count()
    if backend != "tensorflow":
        yield seen
        return
    from tensorflow.python.eager.polymorphic_function import tracing_compilation

    original = tracing_compilation._create_concrete_function

    def counting(*args, **options):
        seen.count += 1
        return original(*args, **options)

    with mock.patch.object(tracing_compilation, "_create_concrete_function", counting):
        yield seen
