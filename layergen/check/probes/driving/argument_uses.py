"""What the source says of one constructor argument: the words it may be, whether it is a list, how many parts it has."""

from __future__ import annotations

import ast
import re
from typing import Any


def choices_of(name: str, text: str, hint: str) -> list[Any]:
    """Words that the annotation or the source names as the only ones allowed."""
    if match := re.search(r"Literal\[(.+?)\]", hint):
        return list(ast.literal_eval(f"[{match.group(1)}]"))
    pattern = rf"(?:self\.)?\b{re.escape(name)}\s+(?:not\s+)?in\s+([\(\[\{{][^\)\]\}}]+[\)\]\}}])"
    for group in re.findall(pattern, text):
        try:
            options = list(ast.literal_eval(group))
        except (ValueError, SyntaxError, TypeError):
            continue
        if options:
            return sorted(options, key=str) if group.startswith("{") else options
    words = re.findall(rf"\b{re.escape(name)}\s*==\s*['\"](\w+)['\"]", text)
    return list(dict.fromkeys(words))


def used_as_list(name: str, text: str) -> bool:
    """Whether the source goes through it, counts it or takes it by number."""
    patterns = (
        rf"\bin\s+(?:self\.)?{name}\b",
        rf"\b{name}\[",
        rf"(?:len|enumerate|list|tuple|zip)\((?:self\.)?{name}\b",
        rf"zip\([^()]*,\s*(?:self\.)?{name}\b",
    )
    return any(re.search(pattern, text) for pattern in patterns)


def used_as_dict(name: str, text: str) -> bool:
    """Whether the source goes through its items, keys or values."""
    return bool(re.search(rf"\b{re.escape(name)}\.(?:items|keys|values)\(", text))


def parts_of(name: str, text: str) -> int:
    """How many parts the source takes an argument apart into, by unpacking or by number; 0 where it takes it whole."""
    unpacked = re.findall(rf"^\s*(\w+(?:, *\w+)+) = (?:self\.)?_?{name}$", text, re.MULTILINE)
    numbered = re.findall(rf"(?<!\w)(?:self\.)?_?{name}\[(\d)\]", text)
    counts = [one.count(",") + 1 for one in unpacked] + [int(one) + 1 for one in numbered]
    return min(max(counts, default=0), 4) if max(counts, default=0) > 1 else 0
