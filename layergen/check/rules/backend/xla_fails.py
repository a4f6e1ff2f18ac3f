"""LG902: the call cannot be compiled by XLA, and the layer does not say so."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG902",
    name="xla-fails",
    severity="error",
    says="Inside `tf.function(jit_compile=True)` the call raises {type}: {message}",
    why=(
        '`compile(jit_compile="auto")` believes the layer\'s `supports_jit` and hands the '
        "model to XLA, where it fails."
    ),
    fix=(
        "Avoid operations whose output size depends on values, and Python functions in the "
        "graph; or set `self.supports_jit = False` in `__init__`."
    ),
    explained_by=(
        "LG901",
        "LG502",
    ),
)


def judge(compiled: Compiled) -> Iterator[Finding | NotApplicable]:
    ways = [way for way in compiled.ways if way.how == "XLA"]
    if not compiled.supports_jit:
        yield NotApplicable("the layer says supports_jit = False")
    elif not ways:
        yield NotApplicable(
            compiled.skipped or "there is no XLA to ask, or the plain compiled call fails"
        )
    for way in ways if compiled.supports_jit else ():
        if way.raised is not None:
            yield RULE.finding(
                line=way.raised.line, type=way.raised.type, message=first_line(way.raised.message)
            )
