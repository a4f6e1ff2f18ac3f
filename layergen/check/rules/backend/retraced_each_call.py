"""LG905: something inside is traced anew at each call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG905",
    name="retraced-each-call",
    severity="warning",
    says="The third call on the same input traces {count} graph(s) again.",
    why=(
        "Tracing takes thousands of times longer than the call itself, and what it leaves "
        "fills the memory."
    ),
    fix=(
        "Make `tf.function`s once, at module level or in `__init__`, and give them tensors "
        "instead of Python numbers; better, leave compiling to Keras."
    ),
    explained_by=("LG013",),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    if calls.retraces:
        yield RULE.finding(
            line=call_line(source, "function", "jit", "compile") or method_line(source, "call"),
            count=calls.retraces,
        )
