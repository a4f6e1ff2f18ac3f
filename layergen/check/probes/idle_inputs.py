"""Inputs whose numbers change nothing, where several tensors go in: neither outputs nor losses, in neither mode."""

from __future__ import annotations

import ast
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised, Source
from layergen.check.probes.driving.reading import read
from layergen.check.probes.outcome import everything
from layergen.check.probes.raised import attempt
from layergen.check.probes.subject import Subject
from layergen.check.source.reach import in_call

SEEDS = (101, 102, 103)  # each gives other numbers
OF_NO_NUMBERS = ("shape", "dtype", "ndim")

Path = tuple[Any, ...]  # argument, then key or number


def found(subject: Subject, layer: keras.Layer) -> tuple[str, ...]:
    """Places of such tensors: `adjacency`, `inputs[1]`; what is asked for its shape alone is left out."""
    plain = keras.tree.flatten_with_path(subject.arrays())
    modes = (False, True) if subject.takes("training") else (False,)
    if len(plain) < 2:
        return ()
    before = [attempt(everything, subject, layer, subject.arrays(), mode) for mode in modes]
    if any(isinstance(one, Raised) for one in before):
        return ()
    calls = list(zip(modes, before, strict=True))
    names = read(subject.layer_class).names
    return tuple(
        place[0] + "".join(f"[{key!r}]" for key in place[1:])
        for place, array in plain
        if array.dtype.kind in "fiu"
        and not _changes(subject, layer, place, calls)
        and not _asked_for_shape(subject.source, _name(place, names))
    )


def _changes(
    subject: Subject, layer: keras.Layer, place: Path, before: list[tuple[bool, np.ndarray]]
) -> bool:
    """Whether other numbers in this one tensor change anything; where a call with them fails, they do."""
    for seed in SEEDS:
        inputs, others = subject.arrays(), subject.arrays(seed=seed)
        _at(inputs, place[:-1])[place[-1]] = _at(others, place)
        for mode, one in before:
            other = attempt(everything, subject, layer, inputs, mode)
            if isinstance(other, Raised) or not np.array_equal(one, other, equal_nan=True):
                return True
    return False


def _at(structure: Any, place: Path) -> Any:
    for key in place:
        structure = structure[key]
    return structure


def _name(place: Path, names: tuple[str, ...]) -> str:
    """What `call` calls this tensor, where that is known."""
    first, *keys = place
    if not keys:
        return first
    return names[keys[0]] if isinstance(keys[0], int) and keys[0] < len(names) else ""


def _asked_for_shape(source: Source, name: str) -> bool:
    """Whether `call` reads nothing of it but its shape and dtype: `ops.shape(like)`, `like.shape`."""
    reads = []
    for function in in_call(source):
        for node in ast.walk(function):
            for child in ast.iter_child_nodes(node):
                if isinstance(child, ast.Name) and child.id == name:
                    reads += [node] if isinstance(child.ctx, ast.Load) else []
    return bool(reads) and all(
        (isinstance(node, ast.Attribute) and node.attr in OF_NO_NUMBERS)
        or (isinstance(node, ast.Call) and ast.unparse(node.func).endswith("shape"))
        for node in reads
    )
