"""Candidate inputs for `call`: shapes and dtypes for each tensor argument, most plausible first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from layergen.check.probes.driving.keyed import keys_of
from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.roles import (
    BATCH,
    HISTORY,
    SIZE,
    TIME,
    VARIANTS,
    WHOLE,
    for_argument,
    leaf_of,
)
from layergen.check.probes.driving.signatures import CallArgument
from layergen.check.probes.driving.written import sizes_of
from layergen.check.probes.structure import flat, is_leaf

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
        [BATCH, TIME, 32],
    ],
    4: [[BATCH, 16, 16, 3], [BATCH, 16, 16, SIZE], [BATCH, TIME, SIZE, SIZE], [BATCH, 8, 8, 32]],
    5: [[BATCH, TIME, 16, 16, 3], [BATCH, SIZE, SIZE, SIZE, 3], [BATCH, SIZE, SIZE, SIZE, SIZE]],
}
SHAPES_OF_IDS = {
    1: [[BATCH]],
    2: [[BATCH, TIME], [BATCH, SIZE], [BATCH, 1]],
    3: [[BATCH, TIME, SIZE]],
}
SHAPES_OF_WORDS = [[BATCH], [BATCH, 1], [BATCH, TIME]]
WHOLE_IN_SOURCE = (
    r"(?:one_hot|Embedding|self\.(?:\w+_)?(?:embeddings?|embed|emb|lookup|table))\(\s*{name}\b"
    r"|take\([^()]*,\s*(?:ops\.cast\()?{name}\b"
)
# Strings go in; "string or initializer" of an option says nothing.
OF_WORDS = re.compile(r"\bstrings\b|\bstring (?:tensors?|inputs?|features?|tokens?|data|values?)\b")
OF_COLOURS = re.compile(
    r"image|pixel|rgb|colou?r|gr[ae]y|hue|saturat|bright|contrast", re.IGNORECASE
)
OF_SCORES = re.compile(r"(^|_)(scores|logits|attn|attention_(weights|probs|matrix))$")
CAST_TO_INT = r"cast\(\s*{name}\s*,\s*(?:dtype=)?['\"]int"
AS_WRITTEN = -1  # the variant in which shapes that the docstring gives by name are taken from there
Structure = Any


@dataclass(frozen=True)
class Guess:
    """One way to call: the first argument's tensors, and which reading of the others' names is meant."""

    kind: str
    shape: list[int]
    structure: Structure
    variant: int


def candidates(
    reading: Reading, layer: Any, given: dict[str, Structure], dtype: str | None
) -> Iterator[dict[str, Structure]]:
    """Inputs by argument name, for an instance that has been made; the fewer steps from the best guess, the sooner."""
    required = [one for one in reading.call_arguments if one.required]
    required = required or list(reading.call_arguments[:1])
    if not required or required[0].name in given:
        shape = next((leaf["shape"] for leaf in flat(given)), [BATCH, TIME, SIZE])
        further = {one.name: for_argument(one.name, layer, shape) for one in required[1:]}
        ordered = {
            one.name: None for one in reading.call_arguments if one.name in {**further, **given}
        }
        yield {**ordered, **further, **given}
        return
    seen: list[dict[str, Structure]] = []
    for guess in _guesses(reading, layer, required, dtype):
        made = {required[0].name: guess.structure}
        names = [one.name for one in required[1:]]
        made |= _by_names(names, layer, guess.shape, guess.kind, guess.variant, reading)
        made.update(given)
        if made not in seen:
            seen.append(made)
            yield made


def _guesses(
    reading: Reading, layer: Any, required: list[CallArgument], dtype: str | None
) -> list[Guess]:
    """All guesses, ordered by how far each is from the best one."""
    several = len(required) > 1 or bool(reading.count or reading.keyed_by) or len(reading.keys) > 1
    variants = range(AS_WRITTEN if reading.written else 0, VARIANTS) if several else [0]
    found: list[tuple[int, int, Guess]] = []
    for step, kind in enumerate(_kinds(reading, required[0], dtype)):
        for distance, shape in enumerate(_shapes(reading, layer, kind)):
            for variant in variants:
                for detour, structure in enumerate(_nested(reading, layer, shape, kind, variant)):
                    cost = 3 * step + distance + 3 * detour + 2 * variant
                    found.append((cost, len(found), Guess(kind, shape, structure, variant)))
    return [guess for _, _, guess in sorted(found, key=lambda entry: entry[:2])]


def _kinds(reading: Reading, argument: CallArgument, dtype: str | None) -> list[str]:
    """Dtypes to try for the first argument."""
    if dtype:
        return [dtype]
    name = re.escape(argument.name)
    docstring = reading.docstring
    if OF_WORDS.search(docstring) and re.search(r"vocabulary|token", docstring):
        return (
            ["int32", "string"]
            if "nteger" in docstring.split("\n")[0]
            else ["string", "int32", "float32"]
        )
    if re.search(r"\binteger (?:features|inputs|ids|indices|tokens)\b", docstring.split("\n\n")[0]):
        return ["int32", "float32"]
    patterns = (WHOLE_IN_SOURCE.format(name=name), CAST_TO_INT.format(name=name))
    whole = WHOLE.search(argument.name.lower()) or any(re.search(p, reading.text) for p in patterns)
    whole = whole or bool(reading.keyed_by and "Embedding(" in reading.text)
    return ["int32", "float32"] if whole else ["float32", "int32"]


def _shapes(reading: Reading, layer: Any, kind: str) -> list[list[int]]:
    """Shapes by rank: what `input_spec` demands, else what the source says."""
    if kind == "string":
        return SHAPES_OF_WORDS
    ranks = list(reading.ranks)
    if _vector_before_steps(reading):
        ranks = list(dict.fromkeys([2, *ranks]))  # at rank 3 the two may broadcast by accident
    if reading.lead in reading.written:
        ranks = list(dict.fromkeys([len(reading.written[reading.lead]) + 1, *ranks]))
    if reading.cell or getattr(layer, "state_size", None) is not None:
        ranks = list(dict.fromkeys([2, *ranks]))  # a cell sees one step
    if kind == "int32":
        # Ids have no feature axis.
        lower = ranks if reading.sure else [rank - 1 for rank in ranks if rank > 1]
        ranks = list(dict.fromkeys([*lower[:1], 2, 1, 3, *lower]))
    fixed: dict[int, int] = {}
    specs = _specs(layer)
    if specs:
        spec = specs[0]
        if getattr(spec, "shape", None) is not None:
            return [[size or (SIZE if place else BATCH) for place, size in enumerate(spec.shape)]]
        least, most = spec.min_ndim or 0, spec.max_ndim or 9
        if spec.ndim is not None:
            least = most = spec.ndim
        ranks = [rank for rank in ranks if least <= rank <= most] or [max(least, 1)]
        fixed = {int(axis): size for axis, size in (spec.axes or {}).items() if size is not None}
    known = {**SHAPES, **SHAPES_OF_IDS} if kind == "int32" else SHAPES
    if not OF_COLOURS.search(reading.text):
        # An odd number of channels has no halves: it is for those who speak of colours.
        plain = [shape for shape in SHAPES[4] if shape[-1] != 3]
        known = {**known, 4: [*plain, *(shape for shape in SHAPES[4] if shape not in plain)]}
    of_rank = {rank: known.get(rank, [[BATCH] + [SIZE] * (rank - 1)]) for rank in ranks}
    shapes = of_rank[ranks[0]][:2] if reading.sure else []
    shapes += [of_rank[rank][0] for rank in ranks]
    shapes += [shape for rank in ranks for shape in of_rank[rank][1:]]
    if OF_SCORES.search(reading.lead) and re.search(r"heads?\b|attention", reading.text):
        shapes = [[BATCH, 4, TIME, TIME], *shapes]
    written = len(reading.written.get(reading.lead, ())) + 1
    counted = _counted(reading, layer)
    return [
        _with(shape, {**counted, **fixed} if len(shape) == written else fixed) for shape in shapes
    ]


def _counted(reading: Reading, layer: Any) -> dict[int, int]:
    """Sizes of the axes that the docstring calls what the constructor counts: `heads`, of a layer with `num_heads`."""
    counts = {
        match.group(1): getattr(layer, one.name, None)
        for one in reading.parameters
        if (match := re.fullmatch(r"(?:num|n)_(\w+)", one.name))
    }
    axes = enumerate(reading.written.get(reading.lead, ()), 1)
    return {place: counts[axis] for place, axis in axes if type(counts.get(axis)) is int}


def _vector_before_steps(reading: Reading) -> bool:
    """Whether by their names a history follows something that is none: a candidate, a user."""
    names = reading.names or tuple(one.name for one in reading.call_arguments if one.required)
    return len(names) > 1 and not HISTORY.search(names[0]) and bool(HISTORY.search(names[1]))


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


def _nested(
    reading: Reading, layer: Any, shape: list[int], kind: str, variant: int
) -> list[Structure]:
    """The first argument's structure: one tensor, a list of them, a dict."""
    single = leaf_of(shape, kind)
    if keys := reading.keys or keys_of(layer, reading.keyed_by):
        return [_by_names(keys, layer, shape, kind, variant, reading, leads=True), single]
    spec = getattr(layer, "input_spec", None)
    count = len(spec) if isinstance(spec, list | tuple) else reading.count
    if count:
        names = reading.names if len(reading.names) == count else ("x",) * count
        numbered = [f"{i} {name}" for i, name in enumerate(names)]
        first = list(_by_names(numbered, layer, shape, kind, variant, reading, leads=True).values())
        others = [[leaf_of(shape, kind) for _ in range(size)] for size in (2, 3) if size > count]
        return [first, single, *others]
    lists = [[leaf_of(shape, kind) for _ in range(size)] for size in (2, 3)]
    return [lists[0], single, lists[1]] if reading.maybe_list else [single, lists[0]]


def _by_names(
    names: Iterable[str],
    layer: Any,
    shape: list[int],
    kind: str,
    variant: int,
    reading: Reading,
    leads: bool = False,
) -> dict[str, Structure]:
    """A tensor for each name. `leads`: the first of them is the one with this shape, unless its name says ids or a mask."""
    made: dict[str, Structure] = {}
    sizes = _known_sizes(reading, shape)
    for name in names:
        plain = name.rpartition(" ")[2]
        guessed = max(variant, 0) if made or not leads else 0
        made[name] = for_argument(plain, layer, shape, kind, guessed)
        if variant == AS_WRITTEN and plain in reading.written and is_leaf(made[name]):
            made[name] = leaf_of(sizes_of(reading.written[plain], sizes), made[name]["dtype"])
    return made


def _known_sizes(reading: Reading, shape: list[int]) -> dict[str, int]:
    """The sizes of the named axes of the first tensor, where its shape is of the rank that is written."""
    axes = reading.written.get(reading.lead, ())
    if len(axes) != len(shape) - 1:
        return {}
    sizes: dict[str, int] = {}
    for axis, size in zip(axes, shape[1:], strict=True):
        sizes.setdefault(axis, size)
    return sizes
