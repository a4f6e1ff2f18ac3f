"""LG022: weights made with `tf.Variable`, `torch.nn.Parameter` or their like."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import dotted
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG022",
    name="backend-variable",
    severity="error",
    says="`{written}` makes a variable that Keras 3 does not know.",
    why=(
        "Keras 3 tracks keras.Variable only. The variable is missing from layer.weights: it is not trained by fit, "
        "not counted, and not saved."
    ),
    fix="Write self.add_weight(name=..., shape=..., initializer=...) in build.",
)

MAKERS = {"tensorflow.Variable", "tensorflow.compat.v1.get_variable", "tensorflow.compat.v1.Variable",
          "tensorflow.get_variable", "torch.nn.Parameter", "torch.nn.parameter.Parameter"}  # fmt: skip


def judge(source: Source) -> Iterator[Finding]:
    for node in layer_nodes(source):
        if isinstance(node, ast.Call) and dotted(source, node.func) in MAKERS:
            yield RULE.finding(line=node.lineno, written=ast.unparse(node.func))
