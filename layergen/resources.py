"""Folders: of package data, inside the package when installed and beside it in a checkout; and of what is kept for later."""

from __future__ import annotations

import os
from pathlib import Path

from layergen.errors import LayergenError


def folder(name: str) -> Path:
    """The folder of package data called `name`.

    Raises:
        LayergenError: It was not installed with the package.
    """
    package = Path(__file__).parent
    for candidate in (package / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise LayergenError(
        f"the folder {name!r} is missing from the installation at {package}: install layergen again"
    )


def cache_folder(name: str) -> Path:
    """`$XDG_CACHE_HOME/layergen/<name>`, or the same below `~/.cache`; it may not exist."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "layergen" / name
