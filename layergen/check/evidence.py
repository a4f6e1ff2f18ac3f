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
