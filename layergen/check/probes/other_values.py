"""Other values for a constructor argument, likeliest first: by its name, its annotation, its value, and the source."""

from __future__ import annotations

import ast
import enum
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from layergen.check.evidence import Source
from layergen.check.probes.driving.signatures import LAYER_ARGUMENTS, own_parameters

MORE = "another"  # key of an entry more
SPIED = ("regularizer", "constraint", "initializer")
WORDS = {
    "padding": ("same", "valid", "causal"),
    "data_format": ("channels_last", "channels_first"),
    "mode": ("sum", "mean", "max", "concat", "mul", "ave"),
    "reduction": ("sum", "mean", "max", "none"),
    "pooling": ("max", "mean", "avg", "sum"),
    "interpolation": ("nearest", "bilinear"),
    "merge_mode": ("sum", "concat", "ave", "mul"),
    "fill_mode": ("constant", "nearest", "reflect", "wrap"),
}
FRACTION = re.compile(
    r"rate|drop|prob|momentum|epsilon|alpha|beta|gamma|stddev|noise|factor|scale|temperature|ratio|decay|slope"
)
COUNT = re.compile(
    r"units|dim|size|num_|^n_|depth|filters|heads|rank|steps|kernel|groups|length|capacity|layers$"
)
AXIS = re.compile(r"(^|_)axis$")
SWITCH = re.compile(
    r"^(use|is|has|with|return|center|scale|go|add|apply|include|keep|learn|normalize)(_|$)"
)


@dataclass(frozen=True)
class Argument:
    """One constructor argument with its value in the drive."""

    name: str
    kind: str  # regularizer, constraint, initializer, activation, seed, bool, number, text, other
    value: Any
    annotation: str = ""


def arguments(layer_class: type, init: Mapping[str, Any]) -> tuple[Argument, ...]:
    """The constructor's own arguments, as the drive gives them; the base class's are left out."""
    found = []
    skipped = (
        inspect.Parameter.VAR_KEYWORD,
        inspect.Parameter.VAR_POSITIONAL,
        inspect.Parameter.POSITIONAL_ONLY,
    )
    for parameter in own_parameters(layer_class):
        name = parameter.name
        if name in LAYER_ARGUMENTS or parameter.kind in skipped:
            continue
        default = None if parameter.default is inspect.Parameter.empty else parameter.default
        value = init.get(name, default)
        annotation = (
            "" if parameter.annotation is inspect.Parameter.empty else str(parameter.annotation)
        )
        found.append(Argument(name, kind_of(name, value), value, annotation))
    return tuple(found)


def kind_of(name: str, value: Any) -> str:
    """What an argument is, by its name where Keras has a custom, by its value otherwise."""
    for ending in SPIED:
        if name.endswith(ending) and not isinstance(value, bool | int | float):
            return ending
    if isinstance(value, bool):
        return "bool"
    if name.endswith("activation") and (value is None or isinstance(value, str) or callable(value)):
        return "activation"
    if (name == "seed" or name.endswith("_seed")) and isinstance(value, int | type(None)):
        return "seed"
    if isinstance(value, int | float):
        return "number"
    return "text" if isinstance(value, str) else "other"


def others(argument: Argument, source: Source) -> Iterator[Any]:
    """Values to try instead, plain ones; the caller takes the first that constructs."""
    value = argument.value
    if argument.kind == "bool":
        yield not value
    elif argument.kind == "seed":
        yield 11
    elif isinstance(value, int) and AXIS.search(argument.name):
        # Counted from the other end an axis is another one only for who takes it literally.
        yield from (axis for axis in (-1, 1, -2, 2, 0) if axis != value)
    elif isinstance(value, int) and argument.kind == "number":
        yield from (
            (value * 2, value + 1, value + 2, value - 1, 1, -value)
            if value > 0
            else (value - 1, value + 1, 1, 2)
        )
    elif isinstance(value, float):
        yield from _other_floats(value)
    elif isinstance(value, enum.Enum):
        yield from (other for other in type(value) if other is not value)
    elif isinstance(value, str):
        yield from (word for word in _words(argument.name, source) if word != value)
    elif isinstance(value, list | tuple) and value:
        yield from _other_lists(value)
    elif isinstance(value, Mapping) and not any(str(key).startswith("$") for key in value):
        changed = [{**value, key: new} for key, item in value.items() for new in _simple(item)]
        longer = [{**value, MORE: item} for item in [*value.values()][:1]]
        yield from [*changed[:1], *longer, *changed[1:]]
    elif value is None:
        yield from _instead_of_none(argument, source)


def edges(argument: Argument) -> Iterator[Any]:
    """Values that code which asks `if value:` takes for none at all."""
    if argument.kind == "number" and argument.value != 0:
        yield type(argument.value)(0)
    elif isinstance(argument.value, list | tuple) and argument.value:
        yield []
    elif argument.kind == "text" and argument.value:
        yield ""
    if argument.value is not None and argument.kind != "seed":
        yield None


def _other_floats(value: float) -> tuple[float, ...]:
    if 0.0 <= value <= 1.0:
        return (0.3 if abs(value - 0.3) > 0.05 else 0.6, value / 2 + 0.2, value + 1.0)
    return (value * 0.5, value + 0.25, value * 2)


def _other_lists(value: list[Any] | tuple[Any, ...]) -> Iterator[Any]:
    """One item another, then one item more, then the rest."""
    numbers = all(isinstance(item, int | float) for item in value)
    longer = [[*value, value[-1]]] if numbers else []
    found = [
        [*value[:index], new, *value[index + 1 :]]
        for index, item in enumerate(value)
        for new in _simple(item)
    ]
    if numbers and len(set(value)) == 1:
        found += [[2 * item for item in value], [item + 1 for item in value]]
    if numbers:
        found.append(list(reversed(value)))
    for other in [*found[:1], *longer, *found[1:]]:
        if other != list(value):
            yield type(value)(other)


def _simple(item: Any) -> tuple[Any, ...]:
    if isinstance(item, bool):
        return (not item,)
    if isinstance(item, int):
        return (item * 2, item + 1) if item > 0 else (item + 1,)
    return _other_floats(item) if isinstance(item, float) else ()


def _words(name: str, source: Source) -> Iterator[str]:
    """Words that the source compares with this argument, then customary ones, then a word of our own."""
    yield from compared_words(source, name)
    for key, words in WORDS.items():
        if name == key or name.endswith("_" + key):
            yield from words
    yield "other"


def compared_words(source: Source, name: str) -> tuple[str, ...]:
    """String constants that the class compares the argument, or the attribute of its name, with."""
    words: list[str] = []
    for node in (part for family in source.family for part in ast.walk(family)):
        if not isinstance(node, ast.Compare):
            continue
        sides = [node.left, *node.comparators]
        if any(_names(side, name) for side in sides):
            words += [
                c.value
                for s in sides
                for c in ast.walk(s)
                if isinstance(c, ast.Constant) and isinstance(c.value, str)
            ]
    return tuple(dict.fromkeys(words))


def read_keys(source: Source, name: str) -> dict[str, Any]:
    """Keys that the class reads from a dictionary by `get` or `pop`, with the default that it gives there."""
    keys: dict[str, Any] = {}
    for node in (part for family in source.family for part in ast.walk(family)):
        match node:
            case ast.Call(
                func=ast.Attribute(value=held, attr="get" | "pop"),
                args=[ast.Constant(value=str(key)), ast.Constant(value=default)],
            ) if _names(held, name):
                keys[key] = default
    return keys


def _names(node: ast.AST, name: str) -> bool:
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and part.id == name:
            return True
        if isinstance(part, ast.Attribute) and part.attr.lstrip("_") == name:
            return True
    return False


def _instead_of_none(argument: Argument, source: Source) -> Iterator[Any]:
    name, annotation = argument.name, argument.annotation.lower()
    yield from compared_words(source, name)
    if "bool" in annotation or SWITCH.match(name):
        yield True
    if "str" in annotation or name in WORDS:
        yield from WORDS.get(name, ("other",))
    if "int" in annotation or COUNT.search(name):
        yield from (4, 2, 8)
    if "float" in annotation or FRACTION.search(name):
        yield from (0.3, 0.5)
    if "dict" in annotation or name.endswith(("kwargs", "options", "config", "params")):
        for key, item in read_keys(source, name).items():
            yield from ({key: new} for new in _simple(item))
        yield {}
    if not annotation:
        yield from (2, 0.5, "other", (1, 2))
