"""Rule: what the layer makes depends on the process it is made in."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG319",
    name="depends-on-process",
    severity="warning",
    says="{method} uses {what}, which is another one in each process.",
    why=(
        "A model is trained in one process and loaded in another. Hashes of strings, addresses, clocks and the order of a set "
        "differ there, so weights come in another order or a table is filled in another way."
    ),
    fix="Use something that the config fixes: sorted(...) for a set, hashlib for a hash, an argument for the rest.",
)
BUILTINS = {"hash": "hash()", "id": "id()"}
CALLS = {
    ("os", "getpid"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "monotonic"),
    ("time", "perf_counter"),
    ("uuid", "uuid1"),
    ("uuid", "uuid4"),
    ("datetime", "now"),
    ("socket", "gethostname"),
}
METHODS = ("__init__", "build", "call", "get_config")


def judge(source: Source) -> Iterator[Finding | NotApplicable]:
    sets = _set_attributes(source)
    for node in source.family:
        for method in node.body:
            if isinstance(method, ast.FunctionDef) and method.name in METHODS:
                for line, what in _uses(method, sets):
                    yield RULE.finding(line=line, method=method.name, what=what)
                    return


def _uses(method: ast.FunctionDef, sets: set[str]) -> Iterator[tuple[int, str]]:
    for node in ast.walk(method):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Name) and function.id in BUILTINS:
                yield node.lineno, BUILTINS[function.id]
            if isinstance(function, ast.Attribute):
                owner = ast.unparse(function.value).rpartition(".")[2]
                if (owner, function.attr) in CALLS:
                    yield node.lineno, f"{owner}.{function.attr}()"
        for walked in _walked(node):
            if _is_set(walked, sets):
                yield walked.lineno, "the order of a set"


def _walked(node: ast.AST) -> list[ast.expr]:
    """What a loop or a list made of something goes through, in its order."""
    if isinstance(node, ast.For):
        return [node.iter.args[0] if _is_call(node.iter, {"enumerate", "list", "tuple"}) else node.iter]  # type: ignore[attr-defined]
    if isinstance(node, ast.ListComp | ast.DictComp):
        return [part.iter for part in node.generators]
    return list(node.args[:1]) if _is_call(node, {"list", "tuple", "enumerate"}) else []  # type: ignore[attr-defined]


def _is_call(node: ast.AST, names: set[str]) -> bool:
    if not (isinstance(node, ast.Call) and node.args):
        return False
    return isinstance(node.func, ast.Name) and node.func.id in names


def _is_set(node: ast.AST, sets: set[str]) -> bool:
    if isinstance(node, ast.Set | ast.SetComp) or _is_call(node, {"set", "frozenset"}):
        return True
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id == "self" and node.attr in sets
    return isinstance(node, ast.Name) and node.id in sets


def _set_attributes(source: Source) -> set[str]:
    """Names and attributes of self that are assigned a set."""
    found = set()
    for node in (part for family in source.family for part in ast.walk(family)):
        if isinstance(node, ast.Assign) and _is_set(node.value, set()):
            for target in node.targets:
                if isinstance(target, ast.Attribute):
                    found.add(target.attr)
                elif isinstance(target, ast.Name):
                    found.add(target.id)
    return found
