"""LG015: `tf.compat.v1` inside a layer."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import uses
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG015",
    name="tensorflow-1-compat",
    severity="warning",
    says="`{written}` runs TensorFlow 1's semantics inside a Keras 3 layer.",
    why="Variables and collections of tf.compat.v1 are invisible to Keras 3: they are neither trained nor saved.",
    fix="Use self.add_weight for state and keras.ops for the rest.",
)


def judge(source: Source) -> Iterator[Finding]:
    for name, node in uses(source, layer_nodes(source)):
        if name.startswith("tensorflow.compat.v1."):
            yield RULE.finding(line=node.lineno, written=ast.unparse(node))
            return
