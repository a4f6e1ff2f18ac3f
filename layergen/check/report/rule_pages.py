"""The rules themselves as text, JSON and Markdown, all printed from `RULE`."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from typing import Any

from layergen.check.registry import RegisteredRule
from layergen.check.report.paint import Page
from layergen.check.report.terminal import style_for
from layergen.errors import LayergenError

VALUE = re.compile(r"\{(\w+)[^}]*\}")


def listing(rules: Sequence[RegisteredRule], form: str) -> str:
    """A line for each rule."""
    if form == "json":
        return json.dumps([as_data(entry) for entry in rules], indent=2, ensure_ascii=False) + "\n"
    if form == "markdown":
        rows = [
            f"| {e.rule.code} | {e.rule.name} | {e.rule.severity} | {_plain(e.rule.says).replace('|', chr(92) + '|')} |"
            for e in rules
        ]
        return "\n".join(["| rule | name | severity | says |", "|---|---|---|---|", *rows]) + "\n"
    if form != "text":
        raise LayergenError(f"--format: {form!r} is none of text, json, markdown")
    page = Page(style_for(sys.stdout))
    family = None
    for entry in rules:
        if entry.family != family:
            if family is not None:
                page.blank()
            family = entry.family
            page.line(page.strong(family))
        mark = page.warn("warning") if entry.rule.severity == "warning" else page.bad("error  ")
        page.raw(f"  {entry.rule.code}  {mark}  {entry.rule.name}")
    page.blank()
    page.line(f"{len(rules)} rules; `layergen explain CODE` tells more of one.")
    return "\n".join(page.lines) + "\n"


def explanation(rules: Sequence[RegisteredRule], form: str) -> str:
    """A page for each rule."""
    if form == "json":
        return json.dumps([as_data(entry) for entry in rules], indent=2, ensure_ascii=False) + "\n"
    if form != "text":
        raise LayergenError(f"--format: {form!r} is none of text, json")
    page = Page(style_for(sys.stdout))
    for number, entry in enumerate(rules):
        if number:
            page.blank()
        rule = entry.rule
        page.line(
            f"{page.strong(rule.code)} {page.strong(rule.name)} ({rule.severity}, {entry.family})"
        )
        page.blank()
        page.line(f"Says: {_plain(rule.says)}", hang=6)
        page.line(f"Why:  {rule.why}", hang=6)
        page.line(f"Fix:  {_fix(rule.fix)}", hang=6)
        if rule.explained_by:
            page.line(
                f"Not told when one of these is found, which cause it: {', '.join(rule.explained_by)}",
                hang=6,
            )
        page.blank()
        page.line(
            f"Where it is meant: `# layergen: ignore[{rule.code}] reason` on the line or the class."
        )
    return "\n".join(page.lines) + "\n"


def as_data(entry: RegisteredRule) -> dict[str, Any]:
    """One rule as plain data."""
    rule = entry.rule
    return {
        "code": rule.code,
        "name": rule.name,
        "family": entry.family,
        "severity": rule.severity,
        "says": _plain(rule.says),
        "why": rule.why,
        "fix": _plain(rule.fix),
        "explained_by": list(rule.explained_by),
    }


def _fix(text: str) -> str:
    """The fix; where all of it depends on the case, that is said."""
    return "Depends on the case; the finding says it." if VALUE.fullmatch(text) else _plain(text)


def _plain(text: str) -> str:
    """A format string as a reader sees it: `{width}` becomes `<width>`."""
    return (
        VALUE.sub(r"<\1>", text.replace("{{", "\0").replace("}}", "\1"))
        .replace("\0", "{")
        .replace("\1", "}")
    )
