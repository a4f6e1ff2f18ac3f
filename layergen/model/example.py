"""Sizes and arguments for the docstring's example, the test and the check: found by trying a few."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType, SimpleNamespace
from typing import Any

from layergen.model.arguments import default_of, has_default
from layergen.model.draft import Draft
from layergen.model.expressions import (
    MATH_CONSTANTS,
    STATIC_BUILTINS,
    STATIC_MATH,
    evaluate,
    free_names,
)
from layergen.model.parts import WeightPart
from layergen.spec.fields import Arg

# Tried in this order; sizes that differ from each other come first, for equal sizes hide faults.
AXES = (8, 5, 6, 7, 4, 9, 12, 3, 16, 2, 10, 1)
IMAGE_AXES = (12, 10)
LARGEST = 10**8  # no weight of an example has an axis beyond it
INTEGERS = (4, 8, 3, 2, 6, 1, 5, 16, 0)


@dataclass(frozen=True)
class Example:
    """One way to make and call the layer.

    Args:
        arguments: Constructor arguments that have no default, or that `example` of the spec names.
        values: Every argument's value.
        axes: Size of each axis.
        shapes: Input → shape, `...` left out; a list of shapes for an input with `count`.
        high: Integer inputs are below it.
    """

    arguments: dict[str, Any]
    values: dict[str, Any]
    axes: dict[str, int]
    shapes: dict[str, tuple[int, ...]]
    counts: dict[str, int]
    high: int


def find_example(
    made: Draft, weights: dict[str, WeightPart], chosen: Mapping[str, Any] = MappingProxyType({})
) -> Example | None:
    """The first combination that meets every condition of the spec; None where none was found.

    Args:
        made: The declarations.
        weights: The weights, whose sizes must fit.
        chosen: Arguments whose values are given.
    """
    spec = made.spec
    pinned = {**spec.example, **chosen}
    names = list(made.positions)
    batch = {name for name, (_, index) in made.positions.items() if index == 0}
    free_axes = [name for name in names if name not in batch and name not in pinned]
    free_args = [
        name
        for name, arg in spec.args.items()
        if name not in pinned and not has_default(arg) and arg.type in ("int", "axis")
    ]
    fixed = {
        name: _as_kept(pinned.get(name, _plain_value(arg)), arg)
        for name, arg in spec.args.items()
        if name not in free_args
    }
    fixed |= {name: pinned.get(name, 2) for name in names if name in batch or name in pinned}
    tries = 0
    for choice in _choices(free_axes, free_args, spec.args):
        tries += 1
        if tries > 20000:
            return None
        values = _solved(made, {**fixed, **choice})
        found = _shapes(made, values)
        if found is not None and _weights_fit(made, weights, values, found):
            arguments = {
                name: values[name]
                for name, arg in spec.args.items()
                if not has_default(arg) or name in pinned
            }
            axes = {name: values[name] for name in names}
            counts = {
                name: (
                    3 if str(entry.count) == "any" else int(_value(made, entry.count, values) or 3)
                )
                for name, entry in spec.inputs.items()
                if entry.count is not None
            }
            return Example(
                arguments,
                {name: values[name] for name in spec.args},
                axes,
                found,
                counts,
                _high(made, weights, values, found),
            )
    return None


def _solved(made: Draft, values: dict[str, Any]) -> dict[str, Any]:
    """An axis that a condition says is equal to what is known has that size: `columns == len(widths)`."""
    for condition in made.require:
        match condition.node:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                for axis, other in ((left, right), (right, left)):
                    free = isinstance(axis, ast.Name) and axis.id in made.positions
                    if free and axis.id not in made.spec.example and _ready(other, values):
                        values[axis.id] = evaluate(other, values)
    return values


def _choices(axes: list[str], args: list[str], specs: dict[str, Arg]) -> Any:
    """Assignments, the most natural first: distinct axes, then every combination of a shorter list."""
    preferred: dict[str, int] = {}
    rest = iter(AXES)
    for name in reversed(axes):
        preferred[name] = (
            IMAGE_AXES[len([item for item in preferred.values() if item in IMAGE_AXES]) % 2]
            if name in ("height", "width", "h", "w", "rows", "cols")
            else next(rest, 8)
        )
    tries = {name: _argument_tries(name, specs[name]) for name in args}
    for values in itertools.product(*(tries[name] for name in args)):
        yield {**preferred, **dict(zip(args, values, strict=True))}
    short = (8, 4, 12, 6, 16, 3, 1) if len(axes) <= 3 else (8, 4)
    lists = [*([preferred[name], *short] for name in axes), *(tries[name][:5] for name in args)]
    for values in itertools.product(*lists):
        yield dict(zip([*axes, *args], values, strict=True))


def _argument_tries(name: str, arg: Arg) -> list[int]:
    first = (
        (2,)
        if "head" in name or "group" in name or "depth" in name
        else (-1,) if arg.type == "axis" else ()
    )
    low = arg.min if arg.min is not None else -1 if arg.type == "axis" else 1
    high = arg.max if arg.max is not None else 10**9
    found = [value for value in (*first, *INTEGERS) if low <= value <= high]
    return found or [int(low), int(min(low + 1, high))]


def _as_kept(value: Any, arg: Arg) -> Any:
    """The value as the layer keeps it: a tuple where `length` repeats an integer."""
    if arg.length is not None and isinstance(value, int):
        return (value,) * arg.length
    return tuple(value) if isinstance(value, list) else value


def _plain_value(arg: Arg) -> Any:
    """The default, or any value that the argument's checks let through."""
    if has_default(arg):
        return default_of(arg)
    low = 0.0 if arg.min is None else float(arg.min)
    samples: dict[str, Any] = {
        "float": (low + float(arg.max)) / 2 if arg.max is not None else max(0.5, low),
        "bool": True,
        "str": "text",
        "choice": (arg.choices or [None])[0],
        "ints": tuple([max(3, int(arg.min or 0))] * (arg.length or 2)),
        "floats": tuple([max(0.5, low)] * (arg.length or 2)),
        "strs": tuple([(arg.choices or ["text"])[0]] * (arg.length or 2)),
        "activation": "relu",
        "initializer": "glorot_uniform",
        "regularizer": "l2",
        "constraint": "non_neg",
        "dtype": "float32",
    }
    return samples.get(arg.type, 4)


def _value(made: Draft, text: Any, values: dict[str, Any]) -> Any:
    expression = made.expression(text, ("example",)) if isinstance(text, str) else None
    return text if expression is None else evaluate(expression.node, values)


def _shapes(made: Draft, values: dict[str, Any]) -> dict[str, tuple[int, ...]] | None:
    """Every input's shape, where sizes are whole and every condition holds; adds sizes to `values`."""
    shapes: dict[str, tuple[int, ...]] = {}
    try:
        for _ in range(2):  # a shape may use a size, and a size an input's shape
            for name, entry in made.inputs.items():
                terms = [term for _, term in entry.terms]
                shapes[name] = tuple(
                    _whole(evaluate(term, values)) for term in terms if _ready(term, values)
                )
                if len(shapes[name]) == len(terms):
                    if entry.behind is not None and len(terms) == 1:
                        shapes[name] += (
                            AXES[0],
                        )  # `batch, ...` alone: one axis for what the layer works on
                    values[name] = input_value(made, name, shapes[name], values)
            for name, size in made.sizes.items():
                if _ready(size.node, values):
                    values[name] = evaluate(size.node, values)
        if any(min(shape, default=1) < 1 for shape in shapes.values()):
            return None
        if not all(evaluate(condition.node, values) for condition in made.require):
            return None
    except Exception:  # noqa: BLE001 - a combination that cannot be computed is no example
        return None
    return shapes


def input_value(made: Draft, name: str, shape: tuple[int, ...], values: dict[str, Any]) -> Any:
    """What a static expression may read of an input: its shape, or the length of a list of inputs."""
    one = SimpleNamespace(shape=shape, ndim=len(shape))
    count = made.spec.inputs[name].count
    return (
        one
        if count is None
        else [one] * (3 if str(count) == "any" else int(_value(made, count, values) or 3))
    )


def _ready(node: Any, values: dict[str, Any]) -> bool:
    known = values.keys() | MATH_CONSTANTS.keys() | STATIC_BUILTINS.keys() | STATIC_MATH.keys()
    return free_names(node) <= known


def _whole(value: Any) -> int:
    if isinstance(value, bool) or int(value) != value:
        raise ValueError(f"{value!r} is not a size")
    return int(value)


def _weights_fit(
    made: Draft,
    weights: dict[str, WeightPart],
    values: dict[str, Any],
    shapes: dict[str, tuple[int, ...]],
) -> bool:
    try:
        for part in weights.values():
            if part.when is not None and not evaluate(part.when.node, values):
                continue
            shape = evaluate(part.shape.node, {**values, "index": 0})
            if any(not 1 <= _whole(size) <= LARGEST for size in shape):
                return False
    except Exception:  # noqa: BLE001 - sizes that cannot be computed are no example
        return False
    return True


def _high(
    made: Draft,
    weights: dict[str, WeightPart],
    values: dict[str, Any],
    shapes: dict[str, tuple[int, ...]],
) -> int:
    """Integer inputs index something: they stay below every size that they could index."""
    sizes = [
        values[name]
        for name, arg in made.spec.args.items()
        if arg.type == "int" and isinstance(values[name], int) and values[name] > 1
    ]
    for part in weights.values():
        if part.when is not None and not evaluate(part.when.node, values):
            continue
        sizes += [int(size) for size in evaluate(part.shape.node, {**values, "index": 0})[:1]]
    return max(2, min([size for size in sizes if size > 1], default=2))
