"""Once a layer is driven: sets its sizes apart one by one, so that no two axes are equal by accident, and raises its rates."""

from __future__ import annotations

import inspect
import re
from copy import deepcopy
from typing import Any

from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.driving.roles import SIZE, STATES
from layergen.check.probes.driving.trial import Attempt, Laboratory
from layergen.check.probes.structure import flat

APART = (6, 12, 10, 4, 14, 18, 20)
WIDTH, SMALLER = 24, (8, 12)  # of images of 16 by 16; of a map beside them
TIMES = (7, 9)
RATE = re.compile(r"rate|drop")
RAISED = 0.5
Place = tuple[str, Any, int]  # "init" or argument, key or leaf number, axis


def spread(laboratory: Laboratory, found: Attempt, fixed: bool) -> Attempt:
    """The same drive with as many distinct sizes as the layer stands. `fixed`: inputs are given, leave them."""
    inputs = [] if fixed else _input_changes(found)
    changes = _init_changes(found) + inputs
    if not changes:
        return found
    trains = _trains(laboratory, found)
    smaller = _smaller_maps(inputs)
    everything = _tried(laboratory, found, changes + smaller, trains) if smaller else None
    everything = everything or _tried(laboratory, found, changes, trains)
    if everything is not None:
        return everything
    best = found
    # Further inputs often have to agree with one another: their lengths together, their widths together, then one by one.
    lengths = [change for change in inputs if change[1] in TIMES]
    widths = [(place, APART[3]) for place, size in inputs if size in APART[3:]]
    images = [change for change in inputs if change[1] == WIDTH]
    alike = [(place, TIMES[0]) for place, _ in lengths]  # keys and values
    together = [group for group in (images, lengths, alike, widths) if len(group) > 1]
    for group in [*together, *([change] for change in changes[:8])]:
        if laboratory.spent:
            break
        best = _tried(laboratory, best, group, trains) or best
    return best


def with_rates(laboratory: Laboratory, found: Attempt, reading: Reading) -> Attempt:
    """The same drive with the rates raised that are 0 by default: what is dropped then, and when, cannot be seen."""
    rates = [
        one.name
        for one in reading.parameters
        if RATE.search(one.name) and type(one.default) in (int, float) and one.default == 0
    ]
    for name in rates:
        if name not in found.init and not laboratory.spent:
            init = {**found.init, name: RAISED}
            result = laboratory.call(init, found.arguments, found.call)
            works = result.furthest == "called" and result.consistent >= found.consistent
            found = result if works else found
    return found


def _trains(laboratory: Laboratory, found: Attempt) -> bool:
    """Whether the layer has a training mode that works: it may read an input that inference does not."""
    if "training" not in inspect.signature(laboratory.layer_class.call).parameters:
        return False
    call = {**found.call, "training": True}
    return laboratory.call(found.init, found.arguments, call).furthest == "called"


def _tried(
    laboratory: Laboratory, found: Attempt, changes: list[tuple[Place, int]], trains: bool
) -> Attempt | None:
    init, arguments = deepcopy(found.init), deepcopy(found.arguments)
    for (where, key, axis), size in changes:
        if where == "init":
            init[key] = (
                [size if item == SIZE else item for item in init[key]]
                if isinstance(init[key], list)
                else size
            )
            _follow(arguments, size)
        else:
            flat(arguments[where])[key]["shape"][axis] = size
    result = laboratory.call(init, arguments, found.call)
    works = result.furthest == "called" and (result.consistent or not found.consistent)
    return result if works and (not trains or _trains(laboratory, result)) else None


def _follow(arguments: dict[str, Any], size: int) -> None:
    """A cell's states are as wide as the cell."""
    for name, structure in arguments.items():
        if STATES.search(name.lower()):
            for leaf in flat(structure):
                leaf["shape"][-1] = size


def _init_changes(found: Attempt) -> list[tuple[Place, int]]:
    """Constructor arguments that are the one size."""
    names = [
        name for name, value in found.init.items() if value == SIZE and not isinstance(value, bool)
    ]
    return [(("init", name, 0), size) for name, size in zip(names, APART, strict=False)]


def _smaller_maps(changes: list[tuple[Place, int]]) -> list[tuple[Place, int]]:
    """Each image but the first made smaller: a layer may crop the first, or make the others larger."""
    _, *further = [place for place, size in changes if size == WIDTH] or [None]
    return [
        ((name, number, axis - 1 + step), size)
        for name, number, axis in further
        for step, size in enumerate(SMALLER)
    ]


def _input_changes(found: Attempt) -> list[tuple[Place, int]]:
    """Widths beside equal heights, and the sizes of further inputs that equal those of the first."""
    changes: list[tuple[Place, int]] = []
    sizes = iter(APART[3:])
    position = 0
    for name, structure in found.arguments.items():
        for number, leaf in enumerate(flat(structure)):
            shape = leaf["shape"]
            if len(shape) >= 4 and shape[-2] == shape[-3]:
                changes.append(((name, number, len(shape) - 2), WIDTH))
            elif len(shape) == 3 and shape[1] == shape[2] and position == 0:
                changes.append(((name, number, 1), 5))
            elif position and leaf["dtype"].startswith("float") and not STATES.search(name.lower()):
                if len(shape) == 3 and shape[1] != shape[2]:
                    changes.append(((name, number, 1), TIMES[min(position - 1, 1)]))
                if len(shape) in (2, 3) and shape[-1] == SIZE:
                    size = next(sizes, None)
                    changes += [((name, number, len(shape) - 1), size)] if size else []
            position += 1
    return changes
