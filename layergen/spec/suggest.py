"""The nearest right word for a mistyped one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MANY = 12  # words: a longer list is left out where the word that was meant is known


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """` — did you mean 'channels'?`, or nothing where no allowed word is near."""
    close = get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return f" — did you mean {close[0]!r}?" if close else ""


def one_of(label: str, allowed: Iterable[str], word: str) -> str:
    """`known: batch, time — did you mean 'time'?`."""
    words = list(dict.fromkeys(allowed))
    near = did_you_mean(word, words)
    if near and len(words) > MANY:
        return near.removeprefix(" — ")
    return f"{label}: {', '.join(words) or 'none'}{near}"
