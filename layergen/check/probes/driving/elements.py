"""Arguments that hold others: dicts and lists whose keys and parts the source reads, objects with attributes."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

import keras

from layergen.check.probes.driving.keyed import KEYS
from layergen.check.probes.driving.roles import SIZE
from layergen.check.probes.driving.signatures import parsed

Guess = Callable[[str], Any]  # the value for a name
KNOWN_PACKAGES = {*sys.stdlib_module_names, "keras", "numpy", "tensorflow", "torch", "jax"}
OTHER_SIZE = 12
OF_SETTINGS = re.compile(r"config|cfg|conf$|params$|settings|options|opts|spec|args$")


def elements_of(parameter: inspect.Parameter, text: str, guess: Guess) -> list[Any]:
    """Values for an argument that is taken apart by names: none where it is not."""
    kind = parameter.annotation
    if isinstance(kind, type) and kind.__module__.partition(".")[0] not in KNOWN_PACKAGES:
        return [] if issubclass(kind, keras.Layer) else _objects(kind, guess)
    tree = parsed(text)
    names = {parameter.name, f"self.{parameter.name}", f"self._{parameter.name}"}
    keys = _keys(tree, names)
    if keys:
        return [{key: guess(key) for key in keys}]
    members = _members(tree, names) if OF_SETTINGS.search(parameter.name.lower()) else []
    if members:
        return [{"$namespace": {member: guess(member) for member in members}}]
    for over, target in _loops(tree):
        found, target, keyed = _iterated(over, target)
        if found in names and target is not None:
            element = _element(tree, target, guess)
            if element is not None:
                pairs = [(element, _wider(element)), (element, element)]
                return [dict(zip(KEYS, pair, strict=True)) if keyed else [*pair] for pair in pairs]
    return []


def _objects(kind: type, guess: Guess) -> list[Any]:
    """An instance of a class that the annotation names, made with what its constructor needs."""
    try:
        parameters = inspect.signature(kind).parameters.values()
    except (TypeError, ValueError):
        return []
    path = f"{kind.__module__}:{kind.__qualname__}"
    if members := list(getattr(kind, "__members__", {}).values()):
        return [{"$object": path, "value": member.value} for member in members[:3]]
    needed = [
        one.name
        for one in parameters
        if one.default is one.empty and one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]
    return [{"$object": path, **{name: guess(name) for name in needed}}]


def _keys(tree: ast.Module, names: set[str]) -> list[str]:
    """The words that stand in brackets behind one of these names; what `get` reads may be left out."""
    found = [
        node.slice.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and ast.unparse(node.value) in names
        and isinstance(node.slice, ast.Constant)
        and isinstance(node.slice.value, str)
    ]
    return list(dict.fromkeys(found))


def _members(tree: ast.Module, names: set[str]) -> list[str]:
    """The attributes that are read of one of these names, methods apart."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    found = [
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and id(node) not in called
        and ast.unparse(node.value) in names
    ]
    return list(dict.fromkeys(found))


def _loops(tree: ast.Module) -> Iterator[tuple[ast.expr, ast.expr]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension):
            yield node.iter, node.target


def _iterated(over: ast.expr, target: ast.expr) -> tuple[str, ast.expr | None, bool]:
    """What a loop goes through, its element's target, and whether that is a dict's value: `for i, (a, b) in enumerate(x)`."""
    parts = target.elts if isinstance(target, ast.Tuple) else []
    if isinstance(over, ast.Call):
        function = over.func
        if isinstance(function, ast.Name) and function.id == "enumerate" and len(parts) == 2:
            return _iterated(over.args[0], parts[1])
        if isinstance(function, ast.Name) and function.id in ("sorted", "list", "reversed"):
            return _iterated(over.args[0], target)
        if isinstance(function, ast.Attribute) and function.attr == "items" and len(parts) == 2:
            return ast.unparse(function.value), parts[1], True
        if isinstance(function, ast.Attribute) and function.attr == "values":
            return ast.unparse(function.value), target, True
        return "", None, False
    return ast.unparse(over), target, False


def _element(tree: ast.Module, target: ast.expr, guess: Guess) -> Any:
    """A value for what a loop's variable stands for: a dict by the keys that are read, a list by the names it is unpacked to."""
    if isinstance(target, ast.Tuple):
        return [guess(ast.unparse(part)) for part in target.elts]
    keys = _keys(tree, {ast.unparse(target)})
    return {key: guess(key) for key in keys} if keys else None


def _wider(element: Any) -> Any:
    """The same with another size, so that two of them are told apart."""
    if isinstance(element, dict):
        return {key: _wider(item) for key, item in element.items()}
    if isinstance(element, list):
        return [_wider(item) for item in element]
    return OTHER_SIZE if element == SIZE and type(element) is int else element
