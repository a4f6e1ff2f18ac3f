"""LG571 (read from the source): the clock, files or the environment read in `call`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import uses
from layergen.check.source.reach import in_call

RULE = Rule(
    code="LG571",
    name="outside-world-in-call",
    severity="warning",
    says="`call` uses `{written}`: it looks at the world outside of the layer.",
    why="A compiled step runs Python once, when it is traced: what was read then stays for every later step.",
    fix="Read it in __init__ or build, pass it as an input, or measure in a callback.",
)

MODULES = (
    "time.",
    "datetime.",
    "os.environ",
    "os.getenv",
    "os.getpid",
    "socket.",
    "logging.",
    "warnings.warn_explicit",
)


def judge(source: Source) -> Iterator[Finding]:
    told = set()
    for function in in_call(source):
        for name, node in uses(source, ast.walk(function)):
            if name.startswith(MODULES) and name not in told:
                told.add(name)
                yield RULE.finding(line=node.lineno, written=ast.unparse(node))
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("open", "input"):
                yield RULE.finding(line=node.lineno, written=node.func.id)
