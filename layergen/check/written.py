"""Values as they are written in flags: `units=8, activation=relu`, JSON, `x: 2,8 float32`."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from typing import Any

from layergen.check.structures import structure
from layergen.errors import LayergenError

NAMED = re.compile(r"^\s*([A-Za-z_]\w*)\s*[=:]\s*(.+)$", re.DOTALL)


def values(written: Sequence[str] | None, flag: str) -> dict[str, Any] | None:
    """Names and values; None where the flag was not given."""
    if not written:
        return None
    found: dict[str, Any] = {}
    for text in written:
        found.update(_object(text, flag) if text.strip().startswith("{") else _pairs(text, flag))
    return found


def named_structures(written: Sequence[str]) -> tuple[Any, dict[str, Any] | None]:
    """What `--input` says: the structure that the first argument takes, or one for each argument by name."""
    named: dict[str, Any] = {}
    plain: list[Any] = []
    for text in written:
        match = NAMED.match(text)
        if match:
            named[match[1]] = structure(match[2])
        else:
            plain.append(structure(text))
    if named and plain:
        raise LayergenError("--input: name each input (`x: 2,8`), or none of them")
    if named:
        return None, named
    return (plain if len(plain) > 1 else plain[0] if plain else None), None


def _object(text: str, flag: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise LayergenError(f"{flag}: {text!r} is no JSON: {error}") from None
    return found


def _pairs(text: str, flag: str) -> dict[str, Any]:
    """`units=8, activation=relu`: Python's literals, and bare words are strings."""
    try:
        call = ast.parse(f"f({text})", mode="eval").body
    except SyntaxError:
        call = None
    if not isinstance(call, ast.Call) or call.args or any(one.arg is None for one in call.keywords):
        raise LayergenError(
            f"{flag}: {text!r}: write name=value, such as 'units=8, activation=relu', or JSON"
        )
    return {one.arg: _value(one.value, flag) for one in call.keywords}


def _value(node: ast.expr, flag: str) -> Any:
    if isinstance(node, ast.Name):
        return {"true": True, "false": False, "null": None, "none": None}.get(node.id, node.id)
    try:
        value = ast.literal_eval(node)
    except ValueError:
        raise LayergenError(f"{flag}: {ast.unparse(node)!r} is no plain value") from None
    return {"$tuple": list(value)} if isinstance(value, tuple) else value
