"""Layers that want another method called before they can run: `adapt`, `update_candidates`, `set_table`."""

from __future__ import annotations

import ast

from layergen.check.probes.driving.ranks import methods
from layergen.check.probes.driving.reading import Reading

CALLED_BY_KERAS = frozenset(
    "build call get_config from_config compute_output_shape compute_mask reset_state".split()
)


def waits_for(reading: Reading) -> str | None:
    """The public method that gives a value to what `call` reads and `__init__` leaves None."""
    own: dict[str, ast.FunctionDef] = {}
    for method in methods(ast.parse(reading.text)):
        own.setdefault(method.name, method)  # the class itself comes before its bases
    if not {"__init__", "call"} <= own.keys():
        return None
    empty = _left_empty(own["__init__"]) & _attributes(own["call"], ast.Load)
    for name, method in own.items():
        public = not name.startswith("_") and name not in CALLED_BY_KERAS
        if public and empty & _attributes(method, ast.Store):
            return name
    return None


def _attributes(method: ast.FunctionDef, context: type[ast.expr_context]) -> set[str]:
    """Attributes of `self` that the method reads or sets."""
    return {
        node.attr
        for node in ast.walk(method)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, context)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
    }


def _left_empty(method: ast.FunctionDef) -> set[str]:
    """Attributes that the constructor sets to None."""
    return {
        target.attr
        for node in ast.walk(method)
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and node.value.value is None
        for target in node.targets
        if isinstance(target, ast.Attribute)
    }
