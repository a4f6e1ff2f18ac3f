"""LG003: a module or a class that Keras 3 no longer has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.replacements import REMOVED_MODULES, REMOVED_NAMES
from layergen.check.source.names import uses
from layergen.check.source.reach import layer_nodes, under_version_test

RULE = Rule(
    code="LG003",
    name="removed-import",
    severity="error",
    says="`{name}` does not exist in Keras 3.",
    why="The file cannot be imported, or fails where the name is used, so no layer in it works.",
    fix="Use {replacement} instead.",
)


def judge(source: Source) -> Iterator[Finding]:
    told = set()
    for name, line in sorted(_imported(source), key=lambda pair: pair[1]):
        found = _removed(name)
        if found is not None and found[0] not in told:
            told.add(found[0])
            yield RULE.finding(line=line, name=found[0], replacement=found[1])


def _imported(source: Source) -> Iterator[tuple[str, int]]:
    """Every module and name that the file imports unguarded, and every full name that the class uses."""
    guarded = under_version_test(source)
    for node in ast.walk(source.tree):
        if id(node) in guarded:
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
    for name, node in uses(source, layer_nodes(source)):
        if id(node) not in guarded and _removed(name) is not None and name in REMOVED_NAMES:
            yield name, node.lineno


def _removed(name: str) -> tuple[str, str] | None:
    """The part of a dotted name that is gone, and what replaces it."""
    written, name = name, name.replace("tensorflow.keras.", "keras.", 1)
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        head = ".".join(parts[:size])
        replacement = REMOVED_NAMES.get(head) if size == len(parts) else None
        replacement = replacement or REMOVED_MODULES.get(head)
        if replacement is not None:
            return written[: len(written) - len(name) + len(head)], replacement
    return None
