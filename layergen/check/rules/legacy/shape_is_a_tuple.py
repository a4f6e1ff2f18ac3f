"""LG010: `input_shape.as_list()` and its like: a shape is a plain tuple in Keras 3."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.reach import Function, methods

RULE = Rule(
    code="LG010",
    name="shape-is-a-tuple",
    severity="error",
    says="`{written}`: the shape that `{method}` is given is a plain tuple in Keras 3, not a tf.TensorShape.",
    why="Keras 2 on TensorFlow passed TensorShape objects; on a tuple the line raises an AttributeError.",
    fix="{advice}",
)

METHODS = ("build", "compute_output_shape", "_build")
ADVICE = {
    "as_list": "Use the tuple as it is, or list({0}).",
    "rank": "Write len({0}).",
    "ndims": "Write len({0}).",
    "dims": "Use the tuple as it is.",
    "value": "Write {0}: its entries are int or None.",
    "is_fully_defined": "Write None not in {0}.",
    "with_rank": "Compare len({0}).",
    "with_rank_at_least": "Compare len({0}).",
    "assert_has_rank": "Compare len({0}).",
    "assert_is_compatible_with": "Compare the tuples.",
    "concatenate": "Add the tuples: {0} + (...).",
    "num_elements": "Write math.prod({0}).",
    "merge_with": "Compare the tuples.",
}


def judge(source: Source) -> Iterator[Finding]:
    for name in METHODS:
        function = methods(source).get(name)
        if function is None:
            continue
        shapes = _shape_names(function)
        told = set()
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and node.attr in ADVICE and node.attr not in told:
                inner = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                if isinstance(inner, ast.Name) and inner.id in shapes:
                    if node.attr == "value" and not isinstance(node.value, ast.Subscript):
                        continue
                    told.add(node.attr)
                    yield RULE.finding(
                        line=node.lineno,
                        method=name,
                        written=ast.unparse(node),
                        advice=ADVICE[node.attr].format(ast.unparse(node.value)),
                    )


def _shape_names(function: Function) -> set[str]:
    """The arguments that still hold what Keras passed: never assigned to in the method."""
    assigned = {
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    guarded = {
        part.id
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("isinstance", "hasattr")
        for part in ast.walk(node)
        if isinstance(part, ast.Name)
    }
    arguments = {argument.arg for argument in function.args.args[1:]}
    return {name for name in arguments if "shape" in name or name == "s"} - assigned - guarded
