"""How something under test ended badly: with an exception, or with the process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Raised:
    """An exception that came out of the layer under test."""

    type: str  # class name without its module: ValueError
    message: str
    line: int | None = None  # deepest line in the layer's own file
    traceback: str = ""  # the last lines of it, shortened
    own: bool = (
        False  # raised by a `raise` or a mistake on that very line, not somewhere inside Keras
    )

    @property
    def locked(self) -> bool:
        """Whether Keras refused weights or sublayers to a layer that is built, in the words of 3.15."""
        return "You cannot add new elements of state" in self.message


@dataclass(frozen=True)
class Lost:
    """A probe that did not come back: the process that ran it was killed, or ended by itself."""

    probe: str
    how: str  # time, busy (the machine was), memory, output, signal, exit
    detail: str  # the sentence for the report: "still running after 30 s", "killed by SIGSEGV", ...
    line: int | None = None  # the line of the layer's file that was running, where it is known

    @property
    def crashed(self) -> bool:
        """Whether the process ended by its own doing. SIGKILL comes from outside: mostly the machine ran out of memory."""
        return self.how == "exit" or (self.how == "signal" and "SIGKILL" not in self.detail)
