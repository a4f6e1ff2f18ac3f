"""Which functions of a file a layer runs: its own methods, and what `call` reaches from there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from layergen.check.evidence import Source
from layergen.check.source.names import dotted, self_attribute

Function = ast.FunctionDef | ast.AsyncFunctionDef
VERSION_WORDS = re.compile(r"version|hasattr|keras_?[23]\b|legacy|is_keras", re.IGNORECASE)


@lru_cache(maxsize=256)
def methods(source: Source) -> dict[str, Function]:
    """Methods of the class and of its bases in the same file, the nearest one of each name."""
    found: dict[str, Function] = {}
    for node in source.family:
        for item in node.body:
            if isinstance(item, Function):
                found.setdefault(item.name, item)
    return found


@lru_cache(maxsize=64)
def _module_functions(tree: ast.Module) -> dict[str, Function]:
    return {node.name: node for node in tree.body if isinstance(node, Function)}


def module_functions(source: Source) -> dict[str, Function]:
    """Functions at the top level of the file."""
    return _module_functions(source.tree)


@lru_cache(maxsize=1024)
def reached_from(source: Source, *names: str) -> tuple[Function, ...]:
    """The named methods and every method and function of the file that they use, in the order met."""
    own, outer = methods(source), module_functions(source)
    queue = [own[name] for name in names if name in own]
    found: list[Function] = []
    while queue:
        function = queue.pop(0)
        if function in found:
            continue
        found.append(function)
        for node in ast.walk(function):
            name = self_attribute(node)
            if name in own:
                queue.append(own[name])
            elif isinstance(node, ast.Name) and node.id in outer:
                queue.append(outer[node.id])
    return tuple(found)


def in_call(source: Source) -> tuple[Function, ...]:
    """What runs each time the layer is called."""
    return reached_from(source, "call")


def layer_nodes(source: Source) -> Iterator[ast.AST]:
    """Every node of the class, of its bases in the file, and of the module's functions that they use; parents first."""
    for node in source.family:
        yield from ast.walk(node)
    own = set(methods(source).values())
    for function in reached_from(source, *methods(source)):
        if function not in own:
            yield from ast.walk(function)


def under_backend_test(source: Source, function: Function) -> set[int]:
    """Ids of the nodes that run only under a question for the backend: `if keras.backend.backend() == "tensorflow":`."""
    guarded: set[int] = set()
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.IfExp) and asks_backend(source, node.test):
            bodies = node.body if isinstance(node.body, list) else [node.body]
            others = node.orelse if isinstance(node.orelse, list) else [node.orelse]
            # The rest of the test as well: `is_torch and isinstance(x, torch.Tensor)`.
            for item in [node.test, *bodies, *others]:
                guarded.update(id(inner) for inner in ast.walk(item))
    return guarded


def asks_backend(source: Source, test: ast.AST) -> bool:
    """Whether an expression depends on which backend runs."""
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and (dotted(source, node.func) or "").endswith(".backend"):
            return True
        text = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        if isinstance(text, str) and "backend" in text.lower():
            return True
    return False


@lru_cache(maxsize=64)
def _under_version_test(tree: ast.Module) -> frozenset[int]:
    guarded: set[int] = set()
    for node in ast.walk(tree):
        asks = isinstance(node, ast.If | ast.IfExp) and VERSION_WORDS.search(ast.unparse(node.test))
        if asks or (isinstance(node, ast.Try) and node.handlers):
            guarded.update(id(inner) for inner in ast.walk(node))
    return frozenset(guarded)


def under_version_test(source: Source) -> frozenset[int]:
    """Ids of nodes under a question for a version or a name, or in a `try`: such code knows that things may be gone."""
    return _under_version_test(source.tree)


def unguarded(source: Source) -> Iterator[ast.AST]:
    """The layer's nodes that run whatever version is installed."""
    guarded = under_version_test(source)
    return (node for node in layer_nodes(source) if id(node) not in guarded)
