"""LG592: the layer leaves threads or processes behind."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import LeftBehind
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG592",
    name="leaves-something-running",
    severity="warning",
    says="After the calls there was still running: {left}.",
    why="What a layer starts and never ends adds up with every call, and keeps the program from ending.",
    fix="End what the layer starts before `call` returns, or start it outside of the layer.",
)


def judge(left: LeftBehind) -> Iterator[Finding | NotApplicable]:
    parts = [f"thread {name!r}" for name in left.threads[:3]]
    if left.processes:
        parts.append(f"{left.processes} process{'es' if left.processes > 1 else ''}")
    if parts:
        yield RULE.finding(left=", ".join(parts))
