"""Plain records of what the probes saw; no Keras here. Written by a child process, read by the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Raised:
    """An exception that came out of the layer under test."""

    type: str  # qualified class name: ValueError, keras.src... shortened to the class
    message: str
    line: int | None = None  # deepest line in the layer's own file
    traceback: str = ""


@dataclass(frozen=True)
class Source:
    """A layer class as it is written; `layergen.check.source` reads it (parsed once, cached)."""

    path: str
    text: str  # the whole file
    class_name: str
    line: int = 1  # of the class statement
    end_line: int = 1
