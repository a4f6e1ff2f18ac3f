"""Takes out of a finished report what is declared to be meant: by comments, in pyproject.toml, or by a test suite."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Iterator, Mapping
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


@dataclass
class _Meant:
    """What is declared for one layer, by comments and from outside, and which of it was of use."""

    layer: LayerReport
    comments: list[tuple[Ignore, set[int]]]  # with the lines that each holds for
    declared: Declared
    own_ignores: Mapping[str, str]  # from outside, for this very class
    span: range  # the lines of the class
    used: set[tuple[object, str]] = field(default_factory=set)

    def reason(self, finding: Finding) -> str | None:
        """Why a finding is silenced, or None."""
        places = {finding.line or self.layer.line, self.layer.line, self.span.start}
        words = (finding.rule, finding.name)
        for ignore, held in self.comments:
            if ignore.code in words and places & held:
                self.used.add((ignore.line, ignore.code))
                return f"ignored on line {ignore.line}: {ignore.reason or 'no reason given'}"
        for kind, rules in (
            ("ignored", self.declared.ignored),
            ("expected to fail", self.declared.expected),
        ):
            for code, reason in rules.items():
                if code in words:
                    self.used.add((kind, code))
                    return f"{kind}: {reason or 'no reason given'}"
        return None

    def unused(self, judged: set[str]) -> Iterator[Finding]:
        """A finding for each declaration that silenced nothing on any backend, though its rule was judged.

        A project-wide ignore need not be used by each layer; one that is written for this class has to be.
        """
        names = {entry.rule.name: entry.rule.code for entry in registered_rules()}

        def idle(where: object, code: str) -> bool:
            return names.get(code, code) in judged and (where, code) not in self.used

        for ignore, held in self.comments:
            in_class = ignore.line in self.span or bool({self.layer.line, self.span.start} & held)
            if in_class and idle(ignore.line, ignore.code):
                yield UNUSED.finding(line=ignore.line, what=f"The ignore of {ignore.code}")
        for code, reason in self.declared.expected.items():
            if idle("expected to fail", code):
                what = f"{code} is expected to fail ({reason}), and passes: the declaration"
                yield UNUSED.finding(line=None, what=what)
        for code in self.own_ignores:
            if idle("ignored", code):
                yield UNUSED.finding(line=None, what=f"The ignore of {code}")


def _layer(layer: LayerReport, declared: Declared) -> LayerReport:
    text = _text(layer.file)
    comments = [(ignore, lines_held(ignore, text)) for ignore in ignores_in(text)]
    mine = declared.of(layer.class_name)
    if not layer.runs or not (comments or mine.ignored or mine.expected):
        return layer
    own = declared.by_class.get(layer.class_name, Declared()).ignored
    meant = _Meant(layer, comments, mine, own, _span(text, layer))
    runs = [_silenced_run(run, meant) for run in layer.runs]
    return dataclasses.replace(layer, runs=tuple(_with_unused(run, meant) for run in runs))


def _silenced_run(run: Run, meant: _Meant) -> Run:
    kept: list[Finding] = []
    reasons: dict[str, str] = {}
    for finding in run.findings:
        reason = meant.reason(finding)
        if reason is None:
            kept.append(finding)
        else:
            reasons[finding.rule] = reason
    silent = reasons.keys() - {finding.rule for finding in kept}
    outcomes = tuple(
        Outcome(one.rule, NOT_APPLICABLE, reasons[one.rule]) if one.rule in silent else one
        for one in run.outcomes
    )
    return dataclasses.replace(run, outcomes=outcomes, findings=tuple(kept))


def _with_unused(run: Run, meant: _Meant) -> Run:
    if UNUSED.code not in {outcome.rule for outcome in run.outcomes}:
        return run  # not selected
    judged = {one.rule for one in run.outcomes if one.outcome in (PASSED, NOT_APPLICABLE)}
    found = tuple(meant.unused(judged))
    if not found:
        return run
    outcomes = tuple(
        Outcome(UNUSED.code, FOUND) if one.rule == UNUSED.code else one for one in run.outcomes
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
