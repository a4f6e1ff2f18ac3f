"""The ordered search by trial, and the verdict where nothing works: our ignorance, or the layer's own fault."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from typing import Any

import keras

from layergen.check.evidence import Drive, Raised
from layergen.check.job import DriveHint
from layergen.check.probes.driving.constructor import (
    constructors,
    initial_values,
    named_in_message,
    values_for,
)
from layergen.check.probes.driving.inputs import candidates
from layergen.check.probes.driving.known import example_arrays, example_of, named_arguments
from layergen.check.probes.driving.optional import optional, with_optional
from layergen.check.probes.driving.reading import Reading, read
from layergen.check.probes.driving.spread import spread, with_rates
from layergen.check.probes.driving.trial import Attempt, Laboratory
from layergen.check.probes.driving.verdict import OUTSIDE_TABLE, failure, mistake_each_time
from layergen.check.probes.driving.widths import sizes_asked_for
from layergen.check.probes.structure import flat, is_leaf, mapped

RANK_ASKED_FOR = re.compile(
    r"values to unpack \(expected (\d)|expected (?:min_)?ndim=(\d)|\b([2345])-?D (?:tensor|input)|(?:rank|ndim)(?: of| must be|=)+ ?([2345])\b"
)
# Said by windows and kernels that do not fit into the axes they move along.
TOO_SHORT = re.compile(
    r"can't be greater than actual input size|resulted in an empty output|zero or negative|[Nn]egative dimension|too (?:small|short)"
)
LONGER = 64


def search(layer_class: type, hint: DriveHint | None, seconds: float) -> Drive:
    """The drive of a layer: from the hint, the docstring's example, or by trial."""
    if layer_class.call is keras.Layer.call:
        words = "the class has no call of its own: it is there to be derived from"
        return Drive("inferred", {}, {}, furthest="none", tried=(words,))
    reading = read(layer_class)
    laboratory = Laboratory(layer_class, seconds)
    hint = hint or DriveHint("inferred")
    given = named_arguments(hint, reading)
    call = {**_mode(layer_class), **(hint.call or {})}
    found = None
    how = hint.how if not hint.empty else "inferred"
    if hint.empty:
        found = _from_docstring(layer_class, reading, laboratory)
        how = "docstring" if found else how
    found = found or _by_trial(reading, laboratory, dict(hint.init or {}), given, call, hint.dtype)
    found = found or with_optional(reading, laboratory, given)
    if found is None:
        return failure(layer_class, laboratory, how)
    if hint.init is None:
        apart = spread(laboratory, found, fixed=bool(given))
        found = replace(with_rates(laboratory, apart, reading), without=found.without)
    further = optional(reading, laboratory, found)
    return Drive(how, found.init, found.arguments, found.call, further, without=found.without)


def _mode(layer_class: type) -> dict[str, Any]:
    """Inference, for a `call` that has to be told."""
    training = inspect.signature(layer_class.call).parameters.get("training")
    required = training is not None and training.default is training.empty
    return {"training": False} if required else {}


def _from_docstring(layer_class: type, reading: Reading, laboratory: Laboratory) -> Attempt | None:
    """The example's own values, where they are literals and the whole call follows from them."""
    init, shape = example_of(layer_class.__name__, reading)
    required = [one for one in reading.call_arguments if one.required]
    needed = {one.name for one in reading.parameters if one.default is one.empty}
    named = example_arrays(reading)
    if len(required) > 1 and needed <= set(init) and all(one.name in named for one in required):
        result = laboratory.call(init, {one.name: named[one.name] for one in required})
        return result if result.furthest == "called" else None
    if not init or shape is None or not needed <= set(init) or len(required) > 1:
        return None
    if not all(isinstance(value, dict | list) for value in init.values() if value is not None):
        # Plain numbers are guessed as well or better: one size for ties, then set apart.
        return None
    layer = laboratory.construct(init)
    if isinstance(layer, Raised):
        return None
    for arguments in candidates(reading, layer, {}, None):
        leaves = flat(arguments)
        if len(leaves) != 1:
            return None
        # An axis of size 1 goes with any other, and hides what goes wrong with them.
        wide = [3 if size == 1 else size for size in shape]
        for sizes in (wide, shape) if wide != shape else (shape,):
            leaves[0]["shape"] = list(sizes)
            result = laboratory.call(init, arguments)
            if result.furthest == "called":
                return result
        return None
    return None


def _by_trial(
    reading: Reading,
    laboratory: Laboratory,
    init: dict[str, Any],
    given: dict[str, Any],
    call: dict[str, Any],
    dtype: str | None,
) -> Attempt | None:
    """The first consistent call; else the first that worked at all; else the most telling failure."""
    values = initial_values(reading, init)
    refused: set[str] = set()
    fallback: Attempt | None = None
    queue = list(constructors(values))[:40]
    tried: list[dict[str, Any]] = []
    rounds = 0
    while queue and not laboratory.spent:
        choice = queue.pop(0)
        if choice in tried:
            continue
        tried.append(choice)
        layer = laboratory.construct({**init, **choice})
        if isinstance(layer, Raised):
            if layer.message not in refused:
                refused.add(layer.message)
                values = _with_named(reading, values, layer.message, init)
                mine = {
                    name: [choice[name], *values[name]] if name in choice else values[name]
                    for name in values
                }
                better = named_in_message(layer.message, mine)
                further = constructors({name: options[:6] for name, options in better.items()})
                queue = [*list(further)[:12], *queue] if values else queue
            continue
        rounds += 1
        found = _inputs_for(
            reading,
            laboratory,
            layer,
            {**init, **choice},
            given,
            call,
            dtype,
            24 if rounds == 1 else 10,
        )
        if found is not None and not _thin(found):
            return found
        fallback = fallback or found
        if rounds > 8 or mistake_each_time(laboratory.made):
            break
    return fallback


def _with_named(
    reading: Reading, values: dict[str, list[Any]], message: str, given: dict[str, Any]
) -> dict[str, list[Any]]:
    """The arguments to choose values for, with the optional one that the layer asked for by name."""
    for one in reading.parameters:
        asked = one.default is None and re.search(rf"\b{re.escape(one.name)}\b", message)
        if asked and one.name not in values and one.name not in given:
            # "One of these must be set": one at a time.
            return {**values, one.name: values_for(one, reading)}
    return values


def _inputs_for(
    reading: Reading,
    laboratory: Laboratory,
    layer: Any,
    init: dict[str, Any],
    given: dict[str, Any],
    call: dict[str, Any],
    dtype: str | None,
    most: int,
) -> Attempt | None:
    fallback: Attempt | None = None
    after = 0
    queue = list(candidates(reading, layer, given, dtype))
    told: set[int] = set()
    asked: list[dict[str, Any]] = []
    lengthened = False
    for number in range(most):
        if laboratory.spent or not queue or after > 5:
            break
        result = laboratory.call(init, queue.pop(0), call)
        if not (lengthened or given) and _too_short(result):
            lengthened = True
            queue.insert(0, _longer(result.arguments))
            continue
        if _outside_table(result) and not given:
            queue.insert(0, _fewer_ids(result.arguments))
            continue
        if result.furthest == "called":
            if _fits(reading, result):
                return result
            if not result.any_batch:
                _like_first(queue, result)
            if fallback is None or (_thin(fallback) and not _thin(result)):
                fallback = result
        elif (rank := _rank_in_message(result.raised)) and rank not in told and number < most:
            told.add(rank)
            kind = _first_dtype(result.arguments)
            queue.sort(key=lambda one: (_first_rank(one) != rank, _first_dtype(one) != kind))
        elif not given:
            better = [one for one in sizes_asked_for(reading, result) if one not in asked][:3]
            asked += [result.arguments, *better]
            queue[:0] = better
        after += 1 if fallback else 0
    return fallback


def _fits(reading: Reading, tried: Attempt) -> bool:
    """Whether a call that worked need not be looked at further."""
    sure = reading.sure and not tried.grown and tried.any_batch
    return not _thin(tried) and (tried.consistent or sure)


def _like_first(queue: list[dict[str, Any]], tried: Attempt) -> None:
    """Puts other sizes of the same rank first."""
    rank = _first_rank(tried.arguments)
    queue.sort(key=lambda one: _first_rank(one) != rank)


def _too_short(tried: Attempt) -> bool:
    """Whether a window or a kernel did not fit, on arrays or in the shapes."""
    refused = tried.raised or tried.unpromised
    return refused is not None and TOO_SHORT.search(refused.message) is not None


def _longer(arguments: dict[str, Any]) -> dict[str, Any]:
    """The same inputs, long in each axis between the batch and the last."""

    def stretched(leaf: dict[str, Any]) -> dict[str, Any]:
        first, *between, last = leaf["shape"]
        return {**leaf, "shape": [first, *(size * LONGER for size in between), last]}

    return mapped(lambda leaf: stretched(leaf) if len(leaf["shape"]) > 2 else leaf, arguments)


def _outside_table(tried: Attempt) -> bool:
    """Whether ids went beyond the table they index. JAX raises nothing then: what it gives is not finite."""
    ids = [leaf for leaf in flat(tried.arguments) if leaf["dtype"].startswith("int")]
    refused = tried.raised is not None and OUTSIDE_TABLE.search(tried.raised.message)
    return bool((refused or not tried.finite) and ids and all("high" not in leaf for leaf in ids))


def _fewer_ids(arguments: dict[str, Any]) -> dict[str, Any]:
    """The same inputs with ids from the smallest table there can be; those of the first input stay where there are others."""
    first, *others = arguments
    ids = {
        name
        for name in others
        if any(leaf["dtype"].startswith("int") for leaf in flat(arguments[name]))
    }

    def bounded(leaf: dict[str, Any]) -> dict[str, Any]:
        return {**leaf, "high": 2} if leaf["dtype"].startswith("int") else leaf

    return {
        name: mapped(bounded, value) if name in ids or not ids else value
        for name, value in arguments.items()
    }


def _thin(attempt: Attempt) -> bool:
    """Whether an axis of size 1 may be why it works: such an axis goes with any other."""
    return any(1 in leaf["shape"][1:] for leaf in flat(attempt.arguments))


def _rank_in_message(raised: Raised | None) -> int | None:
    """The number of axes that the layer asked for when it refused."""
    match = RANK_ASKED_FOR.search(raised.message) if raised else None
    return int(next(group for group in match.groups() if group)) if match else None


def _first_dtype(arguments: dict[str, Any]) -> str | None:
    return next((leaf["dtype"] for leaf in flat(arguments)), None)


def _first_rank(arguments: dict[str, Any]) -> int:
    """The rank of a plain first tensor; 0 for a list or a dict of them."""
    first = next(iter(arguments.values()), None)
    return len(first["shape"]) if is_leaf(first) else 0
