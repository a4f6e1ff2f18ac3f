"""LG014: names that TensorFlow 2 no longer has."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.legacy.replacements import REMOVED_TENSORFLOW
from layergen.check.source.listing import also_on
from layergen.check.source.names import places_of
from layergen.check.source.reach import unguarded

RULE = Rule(
    code="LG014",
    name="gone-from-tensorflow",
    severity="error",
    says="`{written}` is TensorFlow 1: TensorFlow 2 has no `tf.{name}`{also}.",
    why="The line raises an AttributeError when it runs.",
    fix="Use {replacement} instead.",
)


def judge(source: Source) -> Iterator[Finding]:
    for name, nodes in places_of(source, unguarded(source), "tensorflow.").items():
        gone = name.partition(".")[0]
        if gone in REMOVED_TENSORFLOW:
            yield RULE.finding(
                line=nodes[0].lineno,
                written=ast.unparse(nodes[0]),
                name=gone,
                replacement=REMOVED_TENSORFLOW[gone],
                also=also_on(nodes[1:]),
            )
