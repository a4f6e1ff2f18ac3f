"""LG008: keyword arguments of Keras 2's `Layer.__init__`, `add_weight` and `add_loss` that Keras 3 refuses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import derives_from_plain_layer, self_attribute
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG008",
    name="removed-argument",
    severity="error",
    says="`{method}` takes no `{argument}` in Keras 3.",
    why="The argument belonged to Keras 2; Keras 3 raises when it is given.",
    fix="{advice}",
)

DROP = "Leave `{}` out: it has no counterpart."
INPUT = "Leave `{}` out and start the model with keras.Input(shape)."
GONE = {
    "super().__init__": {
        "dynamic": "Leave `dynamic` out, and run the model with run_eagerly=True if it cannot be compiled.",
        "weights": "Leave `weights` out and call layer.set_weights(...) after it is built.",
        "batch_input_shape": INPUT,
        "batch_size": INPUT,
        "input_dtype": INPUT,
        "input_length": INPUT,
        "autocast_variables": "Pass autocast to add_weight.",
        "experimental_autocast": "Pass autocast.",
    },
    "add_weight": {
        "partitioner": DROP,
        "use_resource": DROP,
        "synchronization": DROP,
        "getter": DROP,
        "collections": DROP,
        "caching_device": DROP,
        "experimental_autocast": "Pass autocast.",
        "experimental_enable_variable_lifting": DROP,
    },
    "add_loss": {"inputs": "Call self.add_loss(value) in call, with nothing else."},
}


def judge(source: Source) -> Iterator[Finding]:
    plain = derives_from_plain_layer(source)
    for node in layer_nodes(source):
        if not isinstance(node, ast.Call):
            continue
        method = _method(node)
        if method == "super().__init__" and not plain:
            continue  # another layer's __init__ may take it
        for keyword in node.keywords:
            advice = GONE.get(method, {}).get(keyword.arg)
            if advice is not None:
                yield RULE.finding(
                    line=node.lineno,
                    method=method,
                    argument=keyword.arg,
                    advice=advice.format(keyword.arg),
                )


def _method(node: ast.Call) -> str:
    name = self_attribute(node.func)
    if name is not None:
        return name
    if isinstance(node.func, ast.Attribute) and node.func.attr == "__init__":
        inner = node.func.value
        if isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "super":
            return "super().__init__"
    return ""
