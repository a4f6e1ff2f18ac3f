"""Imports the user's file, as Python itself would import it, and hands over the layer class."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from types import ModuleType

from layergen.check.locate import Place


def load_class(place: Place, class_name: str) -> type:
    """The class under check. What the import raises is the user's."""
    return getattr(load_module(place), class_name)


def load_module(place: Place) -> ModuleType:
    """The module of a file: in its package where it has one, else by its own name with its folder on the path."""
    if place.root not in sys.path:
        sys.path.insert(0, place.root)
    if place.in_package:
        return importlib.import_module(place.module)
    name = place.module
    known = sys.modules.get(name)
    if known is not None and getattr(known, "__file__", None) == place.file:
        return known
    if known is not None or name in sys.stdlib_module_names:
        name = f"{name}_under_check"  # a user's `random.py` must not take the place of Python's
    spec = importlib.util.spec_from_file_location(name, place.file)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
