"""One line on the terminal that says what is being done while a check runs, and vanishes when it is done."""

from __future__ import annotations

import shutil
import sys
import time
from threading import Lock
from typing import TextIO


class Progress:
    """Given to `check(progress=…)`; silent unless the stream is a terminal."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = self.stream.isatty()
        self.targets: dict[str, None] = {}
        self.started = time.monotonic()
        self.last = 0.0
        self.lock = Lock()
        if self.shown:
            self.stream.write(
                "starting Keras ..."
            )  # the longest silence: nothing is reported until it is imported
            self.stream.flush()

    def __call__(self, target: str, backend: str, step: str) -> None:
        """What one child goes on to; called from several threads."""
        with self.lock:
            self.targets.setdefault(target)
            now = time.monotonic()
            if not self.shown or now - self.last < 0.05:  # a terminal need not see all of it
                return
            self.last = now
            name = target.rpartition("::")[2] or target
            text = f"{len(self.targets):>4} layers  {now - self.started:4.0f} s  {name} {backend}: {step}"
            width = shutil.get_terminal_size((80, 24)).columns
            self.stream.write("\r\x1b[2K" + text[: width - 1])
            self.stream.flush()

    def done(self) -> None:
        """Takes the line away."""
        if self.shown:
            self.stream.write("\r\x1b[2K")
            self.stream.flush()
            self.shown = False
