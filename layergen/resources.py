"""Where `templates/` and `examples/` are: inside the package when installed, beside it in a checkout."""

from __future__ import annotations

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
