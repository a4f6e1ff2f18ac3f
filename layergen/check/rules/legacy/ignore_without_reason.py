"""LG031: an ignore comment without a reason, or without a rule that exists."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from layergen.check.evidence import Source
from layergen.check.ignores import ignores_in
from layergen.check.registry import Rule, registered_rules
from layergen.check.result import Finding

RULE = Rule(
    code="LG031",
    name="ignore-without-reason",
    severity="warning",
    says="The ignore comment {lacks}.",
    why="Whoever reads the line next cannot tell whether the fault was meant or only in the way.",
    fix="Write `# layergen: ignore[{code}] why it is meant`.",
)


def judge(source: Source) -> Iterator[Finding]:
    known = {entry.rule.code for entry in registered_rules()}
    known |= {entry.rule.name for entry in registered_rules()}
    first = min([source.line, *(mark.lineno for mark in source.class_node.decorator_list)])
    for ignore in ignores_in(source.text):
        if not first - 1 <= ignore.line <= source.end_line:
            continue
        if not ignore.code:
            yield RULE.finding(line=ignore.line, lacks="names no rule", code="LG...")
        elif ignore.code not in known:
            close = get_close_matches(ignore.code, known, 1, 0.5)
            meant = f"; did you mean {close[0]!r}?" if close else ""
            lacks = f"names {ignore.code!r}, and there is no such rule{meant}"
            yield RULE.finding(line=ignore.line, lacks=lacks, code=close[0] if close else "LG...")
        elif not ignore.reason:
            yield RULE.finding(
                line=ignore.line, lacks=f"gives no reason for {ignore.code}", code=ignore.code
            )
