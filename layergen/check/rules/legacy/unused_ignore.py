"""LG030: a comment or a declaration that silences a rule which finds nothing."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Source
from layergen.check.registry import Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG030",
    name="unused-ignore",
    severity="warning",
    says="{what} silences nothing any more.",
    why=(
        "The fault that it was written for is gone, or the layer or layergen has changed. Left in place it would "
        "hide the next fault of its kind."
    ),
    fix="Take it out.",
)


def judge(source: Source) -> Iterator[Finding]:
    """Nothing yet: which ignores are used is known when all rules have spoken (`check/silence.py`)."""
    yield from ()
