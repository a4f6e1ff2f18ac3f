"""LG572 (read from the source): `print` in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.listing import also_on
from layergen.check.source.names import dotted
from layergen.check.source.reach import in_call

RULE = Rule(
    code="LG572",
    name="prints-in-call",
    severity="warning",
    says="`call` prints{also}.",
    why=(
        "A compiled step prints once, when it is traced, and a placeholder instead of numbers; an eager one floods "
        "the terminal at every step."
    ),
    fix="Take the line out, or print from a callback.",
)


def judge(source: Source) -> Iterator[Finding]:
    found = [
        node
        for function in in_call(source)
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and _prints(source, node)
    ]
    if found:
        found.sort(key=lambda node: node.lineno)
        yield RULE.finding(line=found[0].lineno, also=also_on(found[1:]))


def _prints(source: Source, node: ast.Call) -> bool:
    if isinstance(node.func, ast.Name) and node.func.id in ("print", "pprint"):
        return True
    return dotted(source, node.func) in (
        "tensorflow.print",
        "pprint.pprint",
        "sys.stdout.write",
        "jax.debug.print",
    )
