"""LG011: weights put by hand into Keras 2's lists, which Keras 3 does not read."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.source.names import self_attribute
from layergen.check.source.reach import layer_nodes

RULE = Rule(
    code="LG011",
    name="private-weight-list",
    severity="error",
    says="`self.{name}` is {done} by hand, and Keras 3 does not read such a list.",
    why=(
        "`self._trainable_weights` and its sisters are gone (AttributeError, or a list that nobody looks at), and "
        "`trainable_weights` has no setter. What was meant, to train or not to train a weight, does not happen."
    ),
    fix="Make each weight with self.add_weight(..., trainable=True or False) and leave the lists to Keras.",
)

PRIVATE = {"_trainable_weights", "_non_trainable_weights", "_updates"}
PUBLIC = {"trainable_weights", "non_trainable_weights", "weights", "losses", "updates", "constraints", "regularizers",
          "trainable_variables", "non_trainable_variables", "variables"}  # fmt: skip
ADDERS = {"append", "extend", "insert", "remove", "clear", "pop"}


def judge(source: Source) -> Iterator[Finding]:
    told = set()
    for node in layer_nodes(source):
        name, done = _touched(node)
        if name is not None and name not in told:
            told.add(name)
            yield RULE.finding(line=node.lineno, name=name, done=done)


def _touched(node: ast.AST) -> tuple[str | None, str]:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        for target in targets:
            name = self_attribute(target)
            if name in {"constraints", "regularizers", "losses", "updates", "weights"}:
                continue  # also fit names for an attribute of one's own; Keras says so itself where they clash
            if name in PRIVATE | PUBLIC:
                return name, "assigned"
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ADDERS
    ):
        name = self_attribute(node.func.value)
        if name in PRIVATE | {"trainable_weights", "non_trainable_weights", "losses", "updates"}:
            return name, "changed"
    return None, ""
