"""Words of findings: an exception's message cut to one line."""

from __future__ import annotations

LONGEST = 220


def first_line(message: str) -> str:
    """The first line of what an exception says."""
    lines = message.strip().splitlines()
    text = lines[0].strip() if lines else "(no message)"
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
