"""What one child process may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What one child may take."""

    seconds: float = 30.0  # for one probe
    memory: int = 6 * 2**30
    output: int = 16 * 2**20  # bytes printed
