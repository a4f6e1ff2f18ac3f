"""LG903: the compiled call gives other numbers than the eager one."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG903",
    name="compiled-call-differs",
    severity="error",
    says="{how} gives other numbers than the eager call, by up to {difference}.",
    why="What was tried at the prompt is not what is trained and served.",
    fix=(
        "Look for Python that runs at tracing only: values kept on the layer, "
        "`executing_eagerly`, exceptions that are caught."
    ),
    explained_by=("LG502", "LG509", "LG518", "LG519", "LG521", "LG522", "LG520", "LG527"),
)


def judge(compiled: Compiled, source: Source) -> Iterator[Finding | NotApplicable]:
    if not compiled.ways:
        yield NotApplicable(compiled.skipped)
    for way in compiled.ways:
        if way.raised is None and way.same is False:
            difference = "their shapes" if way.difference is None else f"{way.difference:.3g}"
            yield RULE.finding(line=method_line(source, "call"), how=way.how, difference=difference)
            return
