"""LG012: attributes that Keras 2 put on tensors."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG012",
    name="keras-2-tensor-attribute",
    severity="error",
    says="`{written}`: tensors carry no `{name}` in Keras 3.",
    why="Keras 2 hung it on every tensor. Now the line raises an AttributeError when the layer runs.",
    fix="{advice}",
)

GONE = {
    "_keras_shape": "Read .shape.",
    "_uses_learning_phase": "Take `training` as an argument of call.",
}


def judge(source: Source) -> Iterator[Finding]:
    read: dict[str, ast.Attribute] = {}
    for node in layer_nodes(source):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in GONE:
            read.setdefault(node.attr, node)
    for name, node in read.items():
        yield RULE.finding(
            line=node.lineno, written=ast.unparse(node), name=name, advice=GONE[name]
        )
