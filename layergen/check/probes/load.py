"""Imports the user's file, as Python itself would import it, and hands over the layer class."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from layergen.check.locate import Place
from layergen.check.source.excerpt import binds, excerpt, is_script


def load_class(place: Place, class_name: str) -> tuple[type, bool]:
    """The class under check, and whether its file was run only in part. What the import raises is the user's."""
    module, in_part = _module(place, class_name)
    return getattr(module, class_name), in_part


def _module(place: Place, class_name: str) -> tuple[ModuleType, bool]:
    """The module of a file: in its package where it has one, else by its own name with its folder on the path."""
    if place.root not in sys.path:
        sys.path.insert(0, place.root)
    name = place.module
    if place.in_package:
        importlib.import_module(name.rpartition(".")[0])
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == place.file:
        return known, False
    if not place.in_package and (known is not None or name in sys.stdlib_module_names):
        name = f"{name}_under_check"  # a user's `random.py` must not take the place of Python's
    spec = importlib.util.spec_from_file_location(name, place.file)
    tree = ast.parse(Path(place.file).read_text(encoding="utf-8-sig"))
    if is_script(tree):
        return _loaded(spec, tree, class_name), True
    try:
        return importlib.import_module(name) if place.in_package else _loaded(spec), False
    except ModuleNotFoundError:
        # What is not installed here may be for plots, or for another class.
        return _loaded(spec, tree, class_name), True


def _loaded(spec: ModuleSpec, tree: ast.Module | None = None, class_name: str = "") -> ModuleType:
    """The module, run as a whole; where a tree is given, only as far as the class needs it."""
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        if tree is None:
            spec.loader.exec_module(module)
        else:
            _run_excerpt(module, tree, class_name)
    except BaseException:
        del sys.modules[spec.name]
        raise
    return module


def _run_excerpt(module: ModuleType, tree: ast.Module, class_name: str) -> None:
    future = [node for node in tree.body if getattr(node, "module", None) == "__future__"]
    for statement in excerpt(tree, class_name):
        code = compile(ast.Module([*future, statement], []), module.__file__, "exec")
        try:
            exec(code, vars(module))  # noqa: S102 - the user's own file, run as an import would
        except Exception:
            # A later cell that gives a name another value: the class has the first one.
            if not binds(statement) <= set(vars(module)):
                raise
