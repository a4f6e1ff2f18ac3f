"""Where a file stands among Python's modules: its name, the package it belongs to, the folder to import from."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path


@dataclass(frozen=True)
class Place:
    """How a file is imported: as `module` with `root` on the path; by its package's name where `in_package`."""

    file: str  # absolute
    root: str
    module: str
    in_package: bool


RELATIVE_IMPORT = re.compile(r"^\s*from\s+(\.+)[\w.]*\s+import\b", re.MULTILINE)


def place_of(path: Path, text: str) -> Place:
    """A file's place: its package by `__init__.py`, or as far up as its relative imports reach."""
    path = path.resolve()
    folder = path.parent
    names = [] if path.name == "__init__.py" else [path.stem]
    while (folder / "__init__.py").is_file() and folder.name.isidentifier():
        names.insert(0, folder.name)
        folder = folder.parent
    depth = max((len(dots) for dots in RELATIVE_IMPORT.findall(text)), default=0)
    while len(names) <= depth and folder.parent != folder:
        names.insert(0, folder.name)
        folder = folder.parent
    if len(names) == 1 and not names[0].isidentifier():
        names = [re.sub(r"\W", "_", "_" + names[0] if names[0][0].isdigit() else names[0])]
    return Place(str(path), str(folder), ".".join(names), len(names) > 1)


def resolve_module(name: str, root: str | None = None) -> Path | None:
    """The file of a dotted module name, found without importing any of its packages."""
    top, *rest = name.split(".")
    search = ([root] if root else []) + [str(Path.cwd()), *sys.path]
    spec = PathFinder.find_spec(top, search)
    for part in rest:
        if spec is None or spec.submodule_search_locations is None:
            return None
        spec = PathFinder.find_spec(part, list(spec.submodule_search_locations))
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return None
    return Path(spec.origin)
