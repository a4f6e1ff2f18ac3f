"""What a stream can show: its width, and whether colour and more than ASCII make sense there."""

from __future__ import annotations

import os
import shutil
from typing import TextIO

from layergen.check.report import Style


def style_for(stream: TextIO, seconds: float | None = None) -> Style:
    """The style for a stream: plain and 80 wide where it is no terminal."""
    terminal = stream.isatty()
    width = (
        shutil.get_terminal_size((80, 24)).columns if terminal or "COLUMNS" in os.environ else 80
    )
    return Style(
        width=max(40, min(width, 120)),
        color=wants_color(stream),
        unicode="utf" in (stream.encoding or "").lower(),
        seconds=seconds,
    )


def wants_color(stream: TextIO) -> bool:
    """By https://no-color.org: any value of NO_COLOR that is not empty turns colour off."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()
