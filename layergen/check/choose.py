"""Rules by what a user calls them: a code, the beginning of codes, or a name; with the nearest one where there is none."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from layergen.check.registry import RegisteredRule, registered_rules
from layergen.errors import LayergenError


def chosen_codes(words: Iterable[str]) -> tuple[str, ...]:
    """Codes or prefixes of codes for what was written (`LG203`, `lg2`, `output-shape-differs`, `shape`)."""
    codes: list[str] = []
    for word in (part.strip() for written in words for part in written.split(",")):
        if word:
            codes += _codes(word)
    return tuple(dict.fromkeys(codes))


def rule_called(word: str) -> RegisteredRule:
    """The one rule of that code or name."""
    for entry in registered_rules():
        if word.upper() == entry.rule.code or word.lower() == entry.rule.name:
            return entry
    begun = [e.rule.code for e in registered_rules() if e.rule.code.startswith(word.upper())]
    if begun:
        raise LayergenError(f"{word!r} is no whole code; these begin so: {', '.join(begun)}")
    raise LayergenError(_unknown(word))


def _codes(word: str) -> list[str]:
    rules = registered_rules()
    if any(entry.rule.code.startswith(word.upper()) for entry in rules):
        return [word.upper()]
    found = [entry.rule.code for entry in rules if word.lower() in (entry.rule.name, entry.family)]
    if not found:
        raise LayergenError(_unknown(word))
    return found


def _unknown(word: str) -> str:
    names = {entry.rule.code: entry.rule.code for entry in registered_rules()}
    names |= {
        entry.rule.name: f"{entry.rule.name} ({entry.rule.code})" for entry in registered_rules()
    }
    names |= {entry.family: entry.family for entry in registered_rules()}
    as_code = word.upper().replace("O", "0").replace("I", "1")  # LG2O3
    close = get_close_matches(as_code, names, 1, 0.7) or get_close_matches(
        word.lower(), names, 1, 0.5
    )
    meant = f"did you mean {names[close[0]]}?" if close else "`layergen rules` lists them"
    return f"there is no rule {word!r}; {meant}"
