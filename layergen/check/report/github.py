"""GitHub annotations: workflow commands that put each finding beside its line in a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.report import Style
from layergen.check.report.merged import counted, findings_told, undriven
from layergen.check.result import Report


def render(report: Report, style: Style) -> str:
    return "\n".join([*_commands(report), _summary(report)]) + "\n"


def _commands(report: Report) -> Iterator[str]:
    for layer, told in findings_told(report):
        finding = told.finding
        where = "" if told.everywhere else f" (on {', '.join(told.backends)})"
        yield _command(
            finding.severity,
            f"{finding.rule} {finding.name}",
            f"{layer.class_name}: {finding.message}{where}\n{finding.fix}",
            layer.file,
            finding.line or layer.line,
        )
    for layer in report.layers:
        backends = undriven(layer)
        if backends and not any(run.findings for run in layer.runs):
            text = f"{layer.class_name} could not be built and called on {', '.join(backends)}."
            yield _command("warning", "layergen: not checked", text, layer.file, layer.line)
    for problem in report.problems:
        yield _command("warning", "layergen: not checked", problem)


def _command(kind: str, title: str, message: str, file: str | None = None, line: int = 1) -> str:
    """`::error file=…,line=…,title=…::message`, escaped as the runner unescapes it."""
    properties = {"file": file, "line": str(line)} if file else {}
    properties["title"] = title
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{kind} {listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _summary(report: Report) -> str:
    return f"layergen: {counted(report.counts)}"
