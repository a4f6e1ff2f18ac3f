"""LG032: a method whose name is almost that of one that Keras calls."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from difflib import get_close_matches

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.old_method_name import OLD
from layergen.check.source.names import derives_from_keras_only

RULE = Rule(
    code="LG032",
    name="misspelt-method",
    severity="warning",
    says="Nothing calls `{name}`; Keras calls `{meant}`.",
    why="A method under a name that Keras does not know is dead code, and what it was written for does not happen.",
    fix="Rename it to {meant}, or call it where it is needed.",
)

# Long enough that nobody comes near them by chance; `call` and `build` are too short for that.
CALLED_BY_KERAS = ("compute_output_shape", "compute_output_spec", "compute_mask", "get_config", "from_config",
                   "get_build_config", "build_from_config", "get_compile_config", "compile_from_config",
                   "save_own_variables", "load_own_variables", "save_assets", "load_assets")  # fmt: skip
CLOSE = 0.87  # of difflib's ratio: one or two letters


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a base class elsewhere may call it
    mentioned = {node.attr for node in ast.walk(source.tree) if isinstance(node, ast.Attribute)}
    mentioned |= {node.id for node in ast.walk(source.tree) if isinstance(node, ast.Name)}
    for node in source.class_node.body:
        if isinstance(node, ast.FunctionDef) and node.name not in {
            *CALLED_BY_KERAS,
            *mentioned,
            *OLD,
        }:
            close = get_close_matches(node.name, CALLED_BY_KERAS, 1, CLOSE)
            if close:
                yield RULE.finding(line=node.lineno, name=node.name, meant=close[0])
