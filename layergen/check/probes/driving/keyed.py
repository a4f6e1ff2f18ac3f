"""A dict of inputs whose keys are nowhere written: an argument lists them, or a dict of sublayers has them."""

from __future__ import annotations

import ast
import re
from typing import Any

from layergen.check.probes.driving.argument_uses import used_as_dict
from layergen.check.probes.driving.ranks import SHAPE_METHODS, is_name, methods

KEYS = ("first", "second")


def keyed_by_attributes(tree: ast.Module) -> tuple[str, ...]:
    """The attributes `names` of `inputs[name] for name in self.names`, and `maps` of `self.maps[name](x) for name, x in inputs.items()`."""
    found: list[str] = []
    for method in methods(tree):
        if (method.name == "call" or method.name in SHAPE_METHODS) and method.args.args[1:]:
            found += _of_method(method, method.args.args[1].arg)
    return tuple(dict.fromkeys(found))


def _of_method(method: ast.FunctionDef, subject: str) -> list[str]:
    nodes = list(ast.walk(method))
    loops = [node for node in nodes if isinstance(node, ast.For | ast.comprehension)]
    found: list[str] = []
    for loop in loops:
        first = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        if not isinstance(first, ast.Name):
            continue
        over = ast.unparse(loop.iter)
        taken = {
            ast.unparse(node.value)
            for node in nodes
            if isinstance(node, ast.Subscript) and is_name(node.slice, first.id)
        }
        if subject in taken:
            found += re.findall(r"\bself\.(\w+)", over)
        elif re.search(rf"\b{subject}\.(items|keys)\(", over) or over == f"sorted({subject})":
            found += [name[5:] for name in sorted(taken) if name.startswith("self.")]
    return found


def keys_of(layer: Any, attributes: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that a layer which has been made wants; none where it does not say."""
    for attribute in attributes:
        held = getattr(layer, attribute, None)
        names = list(held) if isinstance(held, dict | list | tuple) else []
        if names and all(isinstance(name, str) for name in names):
            return tuple(names)
    return ()


def of_keys(name: str, text: str, size: int) -> list[Any]:
    """Values for the argument that has the keys: a list of them, or a size for each."""
    names, sizes = list(KEYS), dict.fromkeys(KEYS, size)
    by_key = re.search(rf"\b{re.escape(name)}\[[A-Za-z_]\w*\]", text)
    return [sizes, names] if by_key or used_as_dict(name, text) else [names, sizes]
