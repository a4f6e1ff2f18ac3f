"""What the signatures of `__init__` and `call` name, arguments that are handed on to a base class included."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import keras

EMPTY = inspect.Parameter.empty
LAYER_ARGUMENTS = ("name", "dtype", "trainable", "autocast", "activity_regularizer")
NOT_TENSORS = ("training", "mask", "self")


@dataclass(frozen=True)
class CallArgument:
    """One argument of `call`."""

    name: str
    required: bool
    default: Any = None


def init_parameters(layer_class: type) -> tuple[inspect.Parameter, ...]:
    """Named constructor arguments, those of the bases that come through `*args` and `**kwargs` included."""
    found: dict[str, inspect.Parameter] = {}
    bound: set[str] = set()  # what a class further down gives itself
    for entry in layer_class.__mro__:
        if is_root(entry):
            break
        if "__init__" not in vars(entry):
            continue
        parameters = _parameters(vars(entry)["__init__"])
        named = [one for one in parameters if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)]
        for one in named:
            if one.name not in bound:
                found.setdefault(one.name, one)
        options, tree = _options(parameters), _constructor_of(entry)
        for one in _taken_out(tree, options):
            found.setdefault(one.name, one)
        call = _call_of_super(tree)
        if call is None or options not in [
            ast.unparse(word.value) for word in call.keywords if word.arg is None
        ]:
            break
        given = [one for one in call.args if not isinstance(one, ast.Starred)]
        bound |= {word.arg for word in call.keywords if word.arg}
        bound |= _first_names(layer_class, entry, len(given))
    return tuple(found.values())


def _parameters(constructor: Any) -> list[inspect.Parameter]:
    """The arguments behind `self`, annotations as the objects they name where they can be had."""
    try:
        signature = inspect.signature(constructor, eval_str=True)
    except Exception:
        signature = inspect.signature(constructor)
    return list(signature.parameters.values())[1:]


def own_parameters(layer_class: type) -> list[inspect.Parameter]:
    """The arguments of the constructor itself, with what it takes out of its `**kwargs`."""
    parameters = _parameters(layer_class.__init__)
    named = {one.name for one in parameters}
    taken = _taken_out(_constructor_of(layer_class), _options(parameters))
    return [*parameters, *(one for one in taken if one.name not in named)]


def _constructor_of(entry: type) -> ast.AST:
    """The `__init__` that a class writes."""
    for node in ast.walk(parsed(source_of(entry) or "")):
        if isinstance(node, ast.FunctionDef) and node.name == "__init__":
            return node
    return ast.Module([], [])


def _options(parameters: list[inspect.Parameter]) -> str | None:
    """The name of `**kwargs`."""
    return next((one.name for one in parameters if one.kind == one.VAR_KEYWORD), None)


def _taken_out(tree: ast.AST, options: str | None) -> Iterator[inspect.Parameter]:
    """What a constructor takes out of its `**kwargs`: `kwargs.pop("units")`; what it asks for before may be missing."""
    asked = {
        node.left.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        and isinstance(node.left, ast.Constant)
        and ast.unparse(node.comparators[0]) == options
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name = node.args[0] if node.args else None
        taken = ast.unparse(node.func) == f"{options}.pop" and isinstance(name, ast.Constant)
        if taken and name.value not in LAYER_ARGUMENTS:
            default = EMPTY if not node.args[1:] and name.value not in asked else None
            if node.args[1:] and isinstance(node.args[1], ast.Constant):
                default = node.args[1].value
            yield inspect.Parameter(name.value, inspect.Parameter.KEYWORD_ONLY, default=default)


def _call_of_super(tree: ast.AST) -> ast.Call | None:
    """The `super().__init__(...)` of a class, where there is one only."""
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "__init__"
        and ast.unparse(node.func.value).startswith("super(")
    ]
    return calls[0] if len(calls) == 1 else None


def _first_names(layer_class: type, entry: type, count: int) -> set[str]:
    """The first arguments of the constructor that comes after this class's own."""
    order = layer_class.__mro__
    after = order[order.index(entry) + 1 :]
    constructor = next((vars(c)["__init__"] for c in after if "__init__" in vars(c)), None)
    parameters = _parameters(constructor) if constructor else []
    return {one.name for one in parameters[:count]}


def call_arguments(layer_class: type) -> tuple[CallArgument, ...]:
    """Arguments of `call` that may be tensors, in order."""
    try:
        parameters = list(inspect.signature(layer_class.call).parameters.values())[1:]
    except (TypeError, ValueError):
        return (CallArgument("inputs", True),)
    found = [
        CallArgument(one.name, one.default is EMPTY, None if one.default is EMPTY else one.default)
        for one in parameters
        if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD) and one.name not in NOT_TENSORS
    ]
    if not found and any(one.kind == one.VAR_POSITIONAL for one in parameters):
        return (CallArgument("inputs", True),)
    return tuple(found)


def is_root(entry: type) -> bool:
    return (
        entry is keras.Layer
        or entry is object
        or entry.__module__.startswith("keras.src.layers.layer")
    )


@lru_cache(maxsize=64)
def source_of(entry: type) -> str | None:
    """The text of a class; where the file writes it twice, of the one that counts, which is not what `inspect` takes."""
    try:
        text = "".join(inspect.findsource(entry)[0])
    except (OSError, TypeError, IndentationError):
        return None
    written = [
        node
        for node in ast.walk(parsed(text))
        if isinstance(node, ast.ClassDef) and node.name == entry.__name__
    ]
    lines = [f.__code__.co_firstlineno for f in vars(entry).values() if inspect.isfunction(f)]
    holding = [
        node
        for node in written
        if any(line in range(node.lineno, node.end_lineno + 1) for line in lines)
    ]
    written = holding or written
    return ast.get_source_segment(text, written[-1]) if written else None


@lru_cache(maxsize=64)
def parsed(text: str) -> ast.Module:
    try:
        return ast.parse(text)
    except SyntaxError:
        return ast.Module([], [])
