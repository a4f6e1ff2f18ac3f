"""Further tensor arguments of `call` that it can do without: which there are, and what each takes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from layergen.check.evidence import Raised
from layergen.check.probes.driving.known import example_arrays
from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.roles import HIDES, VARIANTS, for_argument, leaf_of
from layergen.check.probes.driving.signatures import CallArgument
from layergen.check.probes.driving.trial import Attempt, Laboratory
from layergen.check.probes.driving.verdict import ABOUT_SHAPES, is_refusal, mistake_each_time
from layergen.check.probes.structure import flat, is_leaf

# Options that are None by default and no tensors, and what only a decoder's loop can fill.
NO_TENSOR = re.compile(
    r"(return|use|is|add|num|max|min|n)_|rng|deterministic$|padding$"
    r"|.*(index|cache|length|shape|size|axis|dtype|name|mode|seed|rate|factor|scale|temperature)$"
)
OTHER_LENGTH = 7  # of a sequence beside the first one, where the layer lets them differ


def optional_tensors(reading: Reading) -> list[CallArgument]:
    """Arguments whose default is None and that may be tensors; a mask that Keras fills in by itself is none of them."""
    names = {one.name for one in reading.call_arguments}
    return [
        one
        for one in reading.call_arguments
        if one.default is None
        and not one.required
        and not NO_TENSOR.match(one.name)
        and not (one.name.endswith("_mask") and one.name[:-5] in names)
    ]


def with_optional(
    reading: Reading, laboratory: Laboratory, given: dict[str, Any]
) -> Attempt | None:
    """A call with all of them, where the layer cannot do without."""
    names = [one.name for one in optional_tensors(reading)]
    if "mask" in inspect.signature(laboratory.layer_class.call).parameters:
        names.append("mask")  # one that cannot do without, as a softmax over time
    if not names or given:
        return None
    for failed in [one for one in laboratory.made if one.furthest == "constructed"][:3]:
        shape = next((leaf["shape"] for leaf in flat(failed.arguments)), None)
        if shape is None or laboratory.spent:
            break
        further = {name: for_argument(name, None, shape) for name in names}
        result = laboratory.call(failed.init, {**failed.arguments, **further}, failed.call)
        if result.furthest == "called":
            refused = failed.raised is None or is_refusal(failed.raised)
            return result if refused else replace(result, without=failed.raised)
    return None


def optional(reading: Reading, laboratory: Laboratory, found: Attempt) -> dict[str, Any]:
    """A structure for each that works beside those before it, or that fails by a mistake of the layer's own."""
    chosen: dict[str, Any] = {}
    layer = laboratory.construct(found.init)
    if isinstance(layer, Raised) or not flat(found.arguments):
        return chosen
    dtypes = {name: leaf["dtype"] for name, leaf in example_arrays(reading).items()}
    for argument in optional_tensors(reading):
        if argument.name in found.arguments:
            continue
        given = {**found.arguments, **chosen}
        tries = []
        for structure in _structures(argument.name, layer, given):
            if laboratory.spent:
                return chosen
            if argument.name in dtypes and is_leaf(structure):
                structure = {**structure, "dtype": dtypes[argument.name]}
            arguments = {**given, argument.name: structure}
            tries.append(laboratory.call(found.init, arguments, found.call))
            if tries[-1].consistent:
                break
        # One that is consistent may be what training cannot do without.
        works = [one for one in tries if one.furthest == "called"]
        works = sorted(works, key=lambda one: not one.consistent)
        if works and works[0].consistent >= found.consistent:
            chosen[argument.name] = works[0].arguments[argument.name]
        elif _own_mistake(tries):
            return {**chosen, argument.name: tries[0].arguments[argument.name]}
    return chosen


def _own_mistake(tries: list[Attempt]) -> bool:
    """Whether the layer fails with the argument whatever it is; a word about shapes speaks of our guess."""
    about_shapes = any(one.raised and ABOUT_SHAPES.search(one.raised.message) for one in tries)
    return not about_shapes and mistake_each_time(tries)


def _structures(name: str, layer: Any, arguments: dict[str, Any]) -> Iterator[Any]:
    """Structures to try, the most telling first: a sequence of a length of its own shows what is taken from which."""
    leaves = flat(arguments)
    shape = leaves[0]["shape"]
    if HIDES.search(name):
        steps = dict.fromkeys(leaf["shape"][1] for leaf in leaves if len(leaf["shape"]) > 1)
        usual = for_argument(name, layer, shape)
        lines = [leaf_of([shape[0], size], "bool") for size in reversed(steps)]
        tables = [leaf_of([shape[0], shape[1], size], "bool") for size in reversed(steps)]
        seen = [usual, *lines, *tables]
    else:
        seen = [for_argument(name, layer, shape, variant=variant) for variant in range(VARIANTS)]
        if is_leaf(seen[0]) and seen[0]["dtype"] != "float32":
            seen.append(leaf_of(shape, "float32"))  # what is regressed on
        if len(shape) == 3 and seen[0] == leaf_of(shape, "float32"):
            seen.insert(0, leaf_of([shape[0], OTHER_LENGTH, shape[2]], "float32"))
        if len(shape) > 2 and is_leaf(seen[0]) and seen[0]["dtype"] == "float32":
            # A number for each pair of steps, and for each step.
            seen += [leaf_of([*shape[:2], shape[1]], "float32"), leaf_of(shape[:2], "float32")]
    yield from (one for number, one in enumerate(seen) if one not in seen[:number])
