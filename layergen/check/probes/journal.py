"""The evidence file of one child: a line when a probe begins and one when it ends, so that a crash loses only one."""

from __future__ import annotations

import json
import os
from typing import Any

import msgspec


class Journal:
    """Appends lines to the evidence file. The file is opened for each line: a layer may close what it did not open."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.owner = os.getpid()

    def write(self, **line: Any) -> None:
        if os.getpid() != self.owner:
            os._exit(
                0
            )  # a copy of the process that the layer forked: its evidence would be told twice
        text = json.dumps(msgspec.to_builtins(line, enc_hook=plain), default=plain)
        with open(self.path, "a", encoding="utf-8", errors="replace") as file:
            file.write(text + "\n")


def plain(value: Any) -> Any:
    """What a record may hold by accident, as plain JSON: NumPy numbers, sets, types."""
    if hasattr(value, "item") and getattr(value, "ndim", 0) == 0:
        return value.item()
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    if isinstance(value, list | tuple):
        return list(value)
    if isinstance(value, dict):
        return dict(value)
    return str(value)
