"""JUnit XML: a suite for each layer and backend, a case for each rule, for the dashboards of CI servers."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree

from layergen.check.registry import registered_rules
from layergen.check.report import Style
from layergen.check.result import BLOCKED, ERROR, NOT_APPLICABLE, Finding, LayerReport, Report, Run

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, style: Style) -> str:
    root = ElementTree.Element("testsuites", name="layergen")
    for layer in report.layers:
        for run in layer.runs:
            _suite(root, layer, run, report.strict)
    if report.problems:
        _problems(root, report)
    for total in ("tests", "failures", "errors", "skipped"):
        root.set(total, str(sum(int(suite.get(total, "0")) for suite in root)))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'


def _suite(root: ElementTree.Element, layer: LayerReport, run: Run, strict: bool) -> None:
    names = {entry.rule.code: entry.rule.name for entry in registered_rules()}
    suite = ElementTree.SubElement(root, "testsuite", name=_clean(f"{layer.target}[{run.backend}]"))
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in run.findings:
        found[finding.rule].append(finding)
    driving = _case(suite, layer, run, "driven")
    if run.driven is None:
        text = "\n".join(run.tried)
        _child(driving, "error", "no way was found to build and call the layer", "undriven", text)
    for outcome in run.outcomes:
        case = _case(suite, layer, run, f"{outcome.rule} {names.get(outcome.rule, '')}".strip())
        counting = [f for f in found[outcome.rule] if strict or f.severity == ERROR]
        if found[outcome.rule]:
            first = (counting or found[outcome.rule])[0]
            text = "\n".join(_told(layer, finding) for finding in found[outcome.rule])
            if counting:
                _child(case, "failure", first.message, first.severity, text)
            else:
                ElementTree.SubElement(case, "system-out").text = _clean(text)
        elif outcome.outcome in (NOT_APPLICABLE, BLOCKED):
            word = "blocked" if outcome.outcome == BLOCKED else "not applicable"
            _child(case, "skipped", f"{word}: {outcome.reason or ''}", outcome.outcome)
    suite.set("time", f"{run.seconds:.3f}")
    _count(suite)


def _problems(root: ElementTree.Element, report: Report) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name="what could not be checked", time="0")
    for number, problem in enumerate(report.problems, 1):
        case = ElementTree.SubElement(
            suite, "testcase", classname="layergen", name=f"problem {number}", time="0"
        )
        _child(case, "error", problem, "problem")
    _count(suite)


def _case(
    suite: ElementTree.Element, layer: LayerReport, run: Run, name: str
) -> ElementTree.Element:
    # file and line are what the common readers of the format know beside the standard's own attributes.
    return ElementTree.SubElement(
        suite,
        "testcase",
        classname=_clean(f"{layer.target}[{run.backend}]"),
        name=_clean(name),
        file=_clean(layer.file),
        line=str(layer.line),
        time="0",
    )


def _child(case: ElementTree.Element, tag: str, message: str, kind: str, text: str = "") -> None:
    child = ElementTree.SubElement(case, tag, message=_clean(message), type=kind)
    child.text = _clean(text) or None


def _told(layer: LayerReport, finding: Finding) -> str:
    place = f"{layer.file}:{finding.line or layer.line}"
    return f"{place}: {finding.severity}: {finding.message}\nfix: {finding.fix}"


def _count(suite: ElementTree.Element) -> None:
    cases = suite.findall("testcase")
    suite.set("tests", str(len(cases)))
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(attribute, str(sum(case.find(tag) is not None for case in cases)))


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold at all; layers print them and raise them."""
    return FORBIDDEN.sub("\ufffd", text)
