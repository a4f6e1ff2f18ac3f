"""The nearest right word for a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """` — did you mean 'channels'?`, or nothing where no allowed word is near."""
    close = get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return f" — did you mean {close[0]!r}?" if close else ""
