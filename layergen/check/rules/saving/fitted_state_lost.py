"""LG320: what a method of the layer's own computes from data is kept beside the weights."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import Function, in_call, methods, reached_from

RULE = Rule(
    code="LG320",
    name="fitted-state-lost",
    severity="warning",
    says="`{method}` keeps {attributes} for `call`, which is neither a weight nor in the config.",
    why="A saved layer is its weights and its config: a loaded one starts without what was computed from the data.",
    fix="Make it a weight in `build`, self.add_weight(..., trainable=False), and assign to it.",
    explained_by=("LG317", "LG406", "LG575"),
)
# Methods that write what a layer is saved by.
KEEPERS = (
    "get_config",
    "get_build_config",
    "save_own_variables",
    "save_assets",
    "get_compile_config",
)
MAKERS = ("add_weight", "Variable", "layers.", "Sequential(", "SeedGenerator(", "Metric(")


def judge(source: Source) -> Iterator[Finding]:
    own = methods(source)
    run_anyway = reached_from(
        source, "__init__", "build", "call", "from_config", "build_from_config"
    )
    kept = "\n".join(ast.unparse(own[name]) for name in KEEPERS if name in own)
    read = {self_attribute(node) for function in in_call(source) for node in ast.walk(function)
            if isinstance(getattr(node, "ctx", None), ast.Load)}  # fmt: skip
    made = {name for function in own.values() for name, value in _kept(function)
            if any(maker in ast.unparse(value) for maker in MAKERS)}  # fmt: skip
    for name, function in own.items():
        if (
            name.startswith("_")
            or function in run_anyway
            or name in (*KEEPERS, "load_own_variables")
        ):
            continue
        lost = [
            attribute
            for attribute, value in _kept(function)
            if attribute in read - made
            and not re.search(rf"\b{attribute}\b", kept)
            and _of_data(value, function)
        ]
        if lost:
            attributes = ", ".join(f"self.{one}" for one in dict.fromkeys(lost))
            yield RULE.finding(line=function.lineno, method=name, attributes=attributes)


def _kept(function: Function) -> Iterator[tuple[str, ast.expr]]:
    """Attributes of the layer that a method writes, and what."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
                yield from ((name, node.value) for part in parts if (name := self_attribute(part)))


def _of_data(value: ast.expr, function: Function) -> bool:
    """Whether a value is made of the method's arguments or of what it computed."""
    arguments = {one.arg for one in [*function.args.args[1:], *function.args.kwonlyargs]}
    computed = {
        part.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for target in node.targets
        for part in ast.walk(target)
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
    }
    names = {part.id for part in ast.walk(value) if isinstance(part, ast.Name)}
    return bool(names & (arguments | computed))
