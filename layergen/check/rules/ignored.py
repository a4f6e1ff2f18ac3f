"""Arguments that the layer takes and never uses, and where they stand in the source."""

from __future__ import annotations

import ast

from layergen.check.evidence import Arguments, Source, Watched, parameters_of
from layergen.check.rules.reads import unread_arguments


def ignored(arguments: Arguments, source: Source, kind: str) -> list[Watched]:
    """The watched arguments of a kind that no setting of the layer used.

    An argument may wait for a setting that was not found: then some method reads it, and no weight is called like it.
    """
    unused = [item for item in arguments.watched if item.kind == kind and not item.used]
    unread = unread_arguments(source) if unused else {}
    return [
        item
        for item in unused
        if item.counterpart or kind == "activation" or item.argument in unread
    ]


def misplaced(arguments: Arguments, kind: str) -> list[Watched]:
    """The watched arguments that went to other weights than those that are called like them, and to none of these."""
    found = []
    for item in arguments.watched:
        stem = item.argument.removesuffix(kind).strip("_")
        if item.kind == kind and item.missed and item.reached:
            if not any(stem in name for name in item.reached):
                found.append(item)
    return found


def line_of(source: Source, argument: str) -> int | None:
    """Where the constructor takes an argument."""
    init = source.method("__init__")
    if init is None:
        return None
    line = next((item.lineno for item in parameters_of(init) if item.arg == argument), None)
    if line is not None:
        return line
    texts = [
        part for part in ast.walk(init) if isinstance(part, ast.Constant) and part.value == argument
    ]
    return texts[0].lineno if texts else init.lineno
