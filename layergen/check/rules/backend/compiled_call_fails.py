"""LG901: the call works eagerly and fails when it is compiled."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG901",
    name="compiled-call-fails",
    severity="error",
    says="Inside {how} the call raises {type}: {message}",
    why="`fit` and `predict` compile the model. The layer works at the prompt and fails there.",
    fix=(
        "Use `keras.ops` for everything that touches a tensor, and keep Python to what is "
        "known before the call."
    ),
    explained_by=(
        "LG502",
        "LG573",
        "LG574",
        "LG576",
        "LG206",
        "LG521",
        "LG021",
        "LG515",
        "LG001",
    ),
)


def judge(compiled: Compiled) -> Iterator[Finding | NotApplicable]:
    ways = [way for way in compiled.ways if way.how != "XLA"]
    if not ways:
        yield NotApplicable(compiled.skipped)
        return
    if not compiled.supports_jit and ways[0].how == "jax.jit":
        yield NotApplicable("the layer says supports_jit = False")
        return
    for way in ways:
        if way.raised is not None:
            yield RULE.finding(
                line=way.raised.line,
                how=way.how,
                type=way.raised.type,
                message=first_line(way.raised.message),
            )
