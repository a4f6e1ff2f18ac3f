"""Words for several places in a file that have one cause, so that the cause is told once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence

MOST = 5  # names that are written out


def listed(places: Mapping[str, Sequence[ast.AST]]) -> str:
    """`K.dot` (line 20), `K.mean` (lines 22 and 25) and 3 more."""
    shown = [f"`{written}` ({lines_of(nodes)})" for written, nodes in list(places.items())[:MOST]]
    return and_more(shown, len(places) - MOST)


def and_more(shown: Sequence[str], left: int) -> str:
    """The texts with commas and an `and`; `left` others are counted."""
    shown = [*shown, f"{left} more"] if left > 0 else list(shown)
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if shown[1:] else shown)


def lines_of(nodes: Iterable[ast.AST]) -> str:
    """`line 12`, `lines 12 and 15`."""
    lines = [str(line) for line in sorted({node.lineno for node in nodes})]
    return f"line{'s' if lines[1:] else ''} {and_more(lines[:MOST], len(lines) - MOST)}"


def also_on(nodes: Sequence[ast.AST]) -> str:
    """` (also on lines 12 and 15)`, or nothing."""
    return f" (also on {lines_of(nodes)})" if nodes else ""


def first_line(places: Mapping[str, Sequence[ast.AST]]) -> int:
    """The first line of all places."""
    return min(node.lineno for nodes in places.values() for node in nodes)
