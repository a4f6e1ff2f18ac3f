"""Who reads a report: one module for each format, with `render(report, style) -> str`."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from layergen.check.result import Report

# Format → module in this package.
FORMATS = {
    "text": "text",
    "json": "as_json",
    "sarif": "sarif",
    "junit": "junit",
    "github": "github",
}


@dataclass(frozen=True)
class Style:
    """What the reader's terminal can show; nothing of it for a pipe."""

    width: int = 80
    color: bool = False
    unicode: bool = True
    seconds: float | None = None  # of the whole check, where it is to be told
    show_passed: bool = True  # a line for each layer without findings


def rendered(report: Report, form: str, style: Style | None = None) -> str:
    """A report in one of the formats, ending in a newline."""
    module = importlib.import_module(f"{__name__}.{FORMATS[form]}")
    return module.render(report, style or Style())
