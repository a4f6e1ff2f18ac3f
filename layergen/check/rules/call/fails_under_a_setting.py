"""LG534: the call fails with a value of an argument that the class itself provides for."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.mistakes import is_mistake
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG534",
    name="fails-under-a-setting",
    severity="error",
    says="With {setting} the call raises {type}: {message}",
    why="The argument is taken and stored, and the layer cannot run with it. Tests with the defaults never see that.",
    fix="Make what `call` reads under every value of the argument, or refuse the value in `__init__`.",
    explained_by=("LG501", "LG201"),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    for one in calls.failing:
        if is_mistake(one.raised):
            yield RULE.finding(
                line=one.raised.line or method_line(source, "call"),
                setting=one.setting,
                type=one.raised.type,
                message=first_line(one.raised.message),
            )
            return
