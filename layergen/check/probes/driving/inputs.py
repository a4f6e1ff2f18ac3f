"""Candidate inputs for `call`: shapes and dtypes for each tensor argument, most plausible first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from layergen.check.probes.driving.constructor import SIZE
from layergen.check.probes.driving.reading import CallArgument, Reading
from layergen.check.probes.structure import flat

BATCH, TIME = 2, 5
# Time is apart from features from the start; height and width are set apart later, where the layer allows it.
SHAPES: dict[int, list[list[int]]] = {
    0: [[]],
    1: [[BATCH]],
    2: [[BATCH, SIZE], [BATCH, 1], [BATCH, 4096]],
    3: [
        [BATCH, TIME, SIZE],
        [BATCH, SIZE, SIZE],
        [BATCH, 16, SIZE],
        [BATCH, 1, SIZE],
        [BATCH, 5, 32],
    ],
    4: [[BATCH, 16, 16, 3], [BATCH, 16, 16, SIZE], [BATCH, TIME, SIZE, SIZE], [BATCH, 8, 8, 32]],
    5: [[BATCH, TIME, 16, 16, 3], [BATCH, SIZE, SIZE, SIZE, 3], [BATCH, SIZE, SIZE, SIZE, SIZE]],
}
WHOLE = re.compile(
    r"(^|_)(ids?|tokens?|labels?|ind(ex|ices)|positions?|classes|categor\w*|types?|segments?|words?|codes?)$"
)
HIDES = re.compile(r"mask")
WHOLE_IN_SOURCE = r"(?:one_hot|Embedding|self\.(?:\w+_)?(?:embeddings?|embed|lookup|table))\(\s*{name}\b|take\([^()]*,\s*(?:ops\.cast\()?{name}\b"
CAST_TO_INT = r"cast\(\s*{name}\s*,\s*(?:dtype=)?['\"]int"
STATES = re.compile(r"^(states?|initial_states?|hidden_states?|prev_\w+|carry)$")
Structure = Any


def candidates(
    reading: Reading, layer: Any, given: dict[str, Structure], dtype: str | None
) -> Iterator[dict[str, Structure]]:
    """Inputs by argument name, for an instance that has been made; the fewer steps from the best guess, the sooner."""
    required = [one for one in reading.call_arguments if one.required]
    required = required or list(reading.call_arguments[:1])
    if not required or required[0].name in given:
        shape = next((leaf["shape"] for leaf in flat(given)), [BATCH, TIME, SIZE])
        further = {one.name: for_argument(one.name, reading, layer, shape) for one in required[1:]}
        yield {**{one.name: None for one in required[:1]}, **further, **given}
        return
    options: list[tuple[int, int, str, list[int], Structure]] = []
    for step, kind in enumerate(_kinds(reading, required[0], dtype)):
        for distance, shape in enumerate(_shapes(reading, layer, kind)):
            for detour, structure in enumerate(_nested(reading, layer, _leaf(shape, kind))):
                cost = 3 * step + distance + 3 * detour
                options.append((cost, len(options), kind, shape, structure))
    seen: list[dict[str, Structure]] = []
    for _, _, kind, shape, structure in sorted(options, key=lambda option: option[:2]):
        made = {**_whole_call(reading, layer, required, structure, shape, kind), **given}
        if made not in seen:
            seen.append(made)
            yield made


def _kinds(reading: Reading, argument: CallArgument, dtype: str | None) -> list[str]:
    """Dtypes to try for the first argument."""
    if dtype:
        return [dtype]
    text = reading.text
    name = re.escape(argument.name)
    whole = WHOLE.search(argument.name.lower()) or re.search(
        WHOLE_IN_SOURCE.format(name=name), text
    )
    whole = whole or re.search(CAST_TO_INT.format(name=name), text)
    if re.search(r"\bstrings?\b", reading.docstring) and re.search(
        r"vocabulary|token", reading.docstring
    ):
        return (
            ["string", "int32", "float32"]
            if "nteger" not in reading.docstring.split("\n")[0]
            else ["int32", "string"]
        )
    return ["int32", "float32"] if whole else ["float32", "int32"]


def _shapes(reading: Reading, layer: Any, kind: str) -> list[list[int]]:
    """Shapes by rank: what `input_spec` demands, else what the source says."""
    ranks = list(reading.ranks)
    if kind == "string":
        return [[BATCH], [BATCH, 1], [BATCH, TIME]]
    if kind == "int32":
        # Ids have no feature axis.
        lower = [rank - 1 for rank in ranks if rank > 1] if not reading.sure else ranks
        ranks = list(dict.fromkeys([*lower[:1], 2, 1, 3, *lower]))
    specs = _specs(layer)
    fixed: dict[int, int] = {}
    if specs:
        spec = specs[0]
        if getattr(spec, "shape", None) is not None:
            return [
                [
                    BATCH if size is None and i == 0 else size or SIZE
                    for i, size in enumerate(spec.shape)
                ]
            ]
        least, most, exact = spec.min_ndim or 0, spec.max_ndim or 9, spec.ndim
        ranks = [
            rank
            for rank in ranks
            if (rank == exact if exact is not None else least <= rank <= most)
        ]
        ranks = ranks or ([exact] if exact is not None else [max(least, 1)])
        fixed = {int(axis): size for axis, size in (spec.axes or {}).items() if size is not None}
    shapes = [
        shape for rank in ranks for shape in SHAPES.get(rank, [[BATCH] + [SIZE] * (rank - 1)])[:1]
    ]
    shapes += [shape for rank in ranks for shape in SHAPES.get(rank, [])[1:]]
    return [_with(shape, fixed) for shape in shapes]


def _with(shape: list[int], fixed: dict[int, int]) -> list[int]:
    changed = list(shape)
    for axis, size in fixed.items():
        if -len(changed) <= axis < len(changed):
            changed[axis] = size
    return changed


def _specs(layer: Any) -> list[Any]:
    spec = getattr(layer, "input_spec", None)
    found = list(spec) if isinstance(spec, list | tuple) else [spec] if spec is not None else []
    return [one for one in found if hasattr(one, "min_ndim")]


def _leaf(shape: list[int], kind: str) -> dict[str, Any]:
    return {"shape": list(shape), "dtype": kind}


def _copy(leaf: dict[str, Any]) -> dict[str, Any]:
    return _leaf(leaf["shape"], leaf["dtype"])


def _nested(reading: Reading, layer: Any, leaf: dict[str, Any]) -> list[Structure]:
    """The first argument's structure: one tensor, a list of them, a dict."""
    if reading.keys:
        return [{key: _by_key(key, leaf) for key in reading.keys}, leaf]
    spec = getattr(layer, "input_spec", None)
    count = len(spec) if isinstance(spec, list | tuple) else reading.count
    if count:
        lists = [
            [_copy(leaf) for _ in range(size)] for size in (count, 2, 3) if size >= min(count, 2)
        ]
        return [lists[0], leaf, *lists[1:]]
    if reading.maybe_list:
        return [[_copy(leaf), _copy(leaf)], leaf, [_copy(leaf) for _ in range(3)]]
    return [leaf, [_copy(leaf), _copy(leaf)]]


def _by_key(key: str, leaf: dict[str, Any]) -> dict[str, Any]:
    lowered = key.lower()
    if HIDES.search(lowered):
        return _leaf(leaf["shape"][:2], "bool")
    if WHOLE.search(lowered) and leaf["dtype"] == "float32":
        return _leaf(leaf["shape"][:2], "int32")
    return _copy(leaf)


def _whole_call(
    reading: Reading,
    layer: Any,
    required: list[CallArgument],
    structure: Structure,
    shape: list[int],
    kind: str,
) -> dict[str, Structure]:
    """Structures for all required arguments, the first one given."""
    made = {required[0].name: structure}
    for argument in required[1:]:
        made[argument.name] = for_argument(argument.name, reading, layer, shape, kind)
    return made


def for_argument(
    name: str, reading: Reading, layer: Any, shape: list[int], kind: str = "float32"
) -> Structure:
    """A structure for a further tensor argument beside a first one of this shape."""
    lowered = name.lower()
    if STATES.search(lowered) and (sizes := getattr(layer, "state_size", None)) is not None:
        return _states(sizes)
    if HIDES.search(lowered):
        if "attention" in lowered and "padding" not in lowered:
            return _leaf([shape[0], *(shape[1:2] * 2)], "bool")
        return _leaf(shape[:2] if len(shape) > 2 else shape, "bool")
    if re.search(r"index$|step$|offset|scalar|^t$|^time$", lowered) and "ind" not in lowered[:3]:
        return _leaf(shape[:1], kind)
    if WHOLE.search(lowered):
        return {**_leaf(shape[:2] if len(shape) > 2 else shape, "int32")}
    return _leaf(shape, kind)


def _states(sizes: Any) -> Structure:
    if isinstance(sizes, list | tuple):
        return [_states(size) for size in sizes]
    return _leaf([BATCH, int(sizes)], "float32")
