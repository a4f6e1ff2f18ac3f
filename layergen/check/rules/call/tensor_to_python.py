"""LG574 (read from the source): a tensor turned into a Python number in `call`: `float(x)`, `.numpy()`, `.item()`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.flow import call_flow
from layergen.check.source.kinds import Kind
from layergen.check.source.names import derives_from_keras_only, dotted
from layergen.check.source.reach import in_call, under_backend_test

RULE = Rule(
    code="LG574",
    name="tensor-to-python",
    severity="error",
    says="`call` turns a tensor into Python numbers: `{written}`.",
    why=(
        "Under compilation a tensor has no value yet, and the line raises; where it runs it cuts the gradient and "
        "waits for the device."
    ),
    fix="Go on with the tensor, by keras.ops; a size is read from x.shape or keras.ops.shape(x).",
)

CONVERSIONS = {"float", "int", "bool"}
METHODS = {"numpy", "item", "tolist"}
FUNCTIONS = {"keras.ops.convert_to_numpy", "tensorflow.get_static_value", "tensorflow.py_function",
             "tensorflow.numpy_function", "jax.device_get", "tensorflow.keras.backend.get_value"}  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    if not derives_from_keras_only(source):
        return  # a project's own base class may run on the host, as Keras's preprocessing does
    flow = call_flow(source)
    for function in in_call(source):
        guarded = under_backend_test(source, function)
        for node in ast.walk(function):
            if not isinstance(node, ast.Call) or id(node) in guarded:
                continue
            kinds = [flow.kind(value) for value in node.args]
            name, highest = getattr(node.func, "id", ""), max(kinds, default=Kind.STATIC)
            converted = name in CONVERSIONS and highest is Kind.TENSOR
            if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS and not node.args:
                converted = flow.kind(node.func.value) >= Kind.INPUT
            if dotted(source, node.func) in FUNCTIONS:
                converted = highest >= Kind.INPUT
            if converted:
                yield RULE.finding(line=node.lineno, written=ast.unparse(node)[:60])
