"""Takes out of a finished report what is declared to be meant: by comments, in pyproject.toml, or by a test suite."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from layergen.check.ignores import Ignore, ignores_in, lines_held
from layergen.check.registry import registered_rules
from layergen.check.result import (
    FOUND,
    NOT_APPLICABLE,
    PASSED,
    Finding,
    LayerReport,
    Outcome,
    Report,
    Run,
)
from layergen.check.rules.legacy.unused_ignore import RULE as UNUSED


@dataclass(frozen=True)
class Declared:
    """Rules that are declared for layers from outside: code → reason."""

    ignored: Mapping[str, str] = field(default_factory=dict)
    expected: Mapping[str, str] = field(default_factory=dict)  # failures: one that passes is told
    by_class: Mapping[str, Declared] = field(default_factory=dict)

    def of(self, class_name: str) -> Declared:
        """What holds for one class."""
        own = self.by_class.get(class_name, Declared())
        return Declared({**self.ignored, **own.ignored}, {**self.expected, **own.expected})


def silenced(report: Report, declared: Declared | None = None) -> Report:
    """The report without the findings that are declared to be meant; what silences nothing any more is a finding."""
    declared = declared or Declared()
    layers = tuple(_layer(layer, declared) for layer in report.layers)
    return dataclasses.replace(report, layers=layers)


def _layer(layer: LayerReport, declared: Declared) -> LayerReport:
    text = _text(layer.file)
    comments = [(ignore, lines_held(ignore, text)) for ignore in ignores_in(text)]
    mine = declared.of(layer.class_name)
    if not layer.runs or not (comments or mine.ignored or mine.expected):
        return layer
    span = _span(text, layer)
    used: set[tuple] = set()
    runs = [_silence_run(run, layer, comments, mine, used, span) for run in layer.runs]
    runs = [_tell_unused(run, layer, comments, mine, used, span) for run in runs]
    return dataclasses.replace(layer, runs=tuple(runs))


def _silence_run(
    run: Run,
    layer: LayerReport,
    comments: list[tuple[Ignore, set[int]]],
    mine: Declared,
    used: set[tuple],
    span: range,
) -> Run:
    kept: list[Finding] = []
    reasons: dict[str, str] = {}
    for finding in run.findings:
        reason = _reason(finding, layer, comments, mine, used, span)
        if reason is None:
            kept.append(finding)
        else:
            reasons[finding.rule] = reason
    still = {finding.rule for finding in kept}
    outcomes = tuple(
        (
            Outcome(outcome.rule, NOT_APPLICABLE, reasons[outcome.rule])
            if outcome.rule in reasons and outcome.rule not in still
            else outcome
        )
        for outcome in run.outcomes
    )
    return dataclasses.replace(run, outcomes=outcomes, findings=tuple(kept))


def _reason(
    finding: Finding,
    layer: LayerReport,
    comments: list[tuple[Ignore, set[int]]],
    mine: Declared,
    used: set[tuple],
    span: range,
) -> str | None:
    """Why a finding is silenced, or None."""
    places = {finding.line or layer.line, layer.line, span.start}
    for ignore, held in comments:
        if ignore.code in (finding.rule, finding.name) and places & held:
            used.add((ignore.line, ignore.code))
            return f"ignored on line {ignore.line}: {ignore.reason or 'no reason given'}"
    for kind, rules in (("ignored", mine.ignored), ("expected to fail", mine.expected)):
        for code, reason in rules.items():
            if code in (finding.rule, finding.name):
                used.add((kind, code))
                return f"{kind}: {reason or 'no reason given'}"
    return None


def _tell_unused(
    run: Run,
    layer: LayerReport,
    comments: list[tuple[Ignore, set[int]]],
    mine: Declared,
    used: set[tuple],
    span: range,
) -> Run:
    """The run with a finding for each ignore that silenced nothing on any backend, though its rule was judged."""
    judged = {
        outcome.rule for outcome in run.outcomes if outcome.outcome in (PASSED, NOT_APPLICABLE)
    }
    if UNUSED.code not in {outcome.rule for outcome in run.outcomes}:
        return run  # not selected
    names = {entry.rule.name: entry.rule.code for entry in registered_rules()}
    found = []
    for ignore, held in comments:
        own = ignore.line in span or layer.line in held or span.start in held
        code = names.get(ignore.code, ignore.code)
        if own and code in judged and (ignore.line, ignore.code) not in used:
            found.append(UNUSED.finding(line=ignore.line, what=f"The ignore of {ignore.code}"))
    for code in mine.expected:
        if names.get(code, code) in judged and ("expected to fail", code) not in used:
            what = (
                f"{code} is expected to fail ({mine.expected[code]}), and passes: the declaration"
            )
            found.append(UNUSED.finding(line=None, what=what))
    for code in mine.ignored:
        if names.get(code, code) in judged and ("ignored", code) not in used:
            if code in mine.ignored and layer.class_name in mine.by_class:
                found.append(UNUSED.finding(line=None, what=f"The ignore of {code}"))
    if not found:
        return run
    outcomes = tuple(
        Outcome(UNUSED.code, FOUND) if outcome.rule == UNUSED.code else outcome
        for outcome in run.outcomes
    )
    return dataclasses.replace(run, outcomes=outcomes, findings=(*run.findings, *found))


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except OSError:
        return ""


def _span(text: str, layer: LayerReport) -> range:
    """The lines of the class, from its first decorator on."""
    if "layergen:" in text:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and node.lineno == layer.line:
                first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
                return range(first, (node.end_lineno or node.lineno) + 1)
    return range(layer.line, layer.line + 1)
