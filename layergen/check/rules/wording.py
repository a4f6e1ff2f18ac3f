"""Words of findings: an exception's message cut to one line."""

from __future__ import annotations

LONGEST = 220


def first_line(message: str) -> str:
    """What an exception says, without the lines that Keras adds about arguments."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    # Keras wraps: "Exception encountered when calling X.call()." first, the cause in the next line.
    if lines and lines[0].startswith("Exception encountered") and len(lines) > 1:
        lines = lines[1:]
    text = lines[0] if lines else "(no message)"
    for mark in ("\x1b[1m", "\x1b[0m"):
        text = text.replace(mark, "")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
