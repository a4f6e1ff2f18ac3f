"""JSON: the shape that DESIGN fixes; keys may be added and are never changed."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from layergen import __version__
from layergen.check.report import Style
from layergen.check.result import Driven, LayerReport, Report, Run


def render(report: Report, style: Style) -> str:
    return json.dumps(as_data(report), indent=2, ensure_ascii=False, default=str) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    counts, findings = report.counts, report.findings
    return {
        "layergen": __version__,
        "exit_status": report.exit_status,
        "summary": {
            "layers": sum(layer.skipped is None for layer in report.layers),
            "passed": counts["passed"],
            "found": counts["found"],
            "not_applicable": counts["not-applicable"],
            "blocked": counts["blocked"],
            "errors": sum(finding.severity == "error" for finding in findings),
            "warnings": sum(finding.severity == "warning" for finding in findings),
            "skipped": sum(layer.skipped is not None for layer in report.layers),
        },
        "problems": list(report.problems),
        "layers": [_layer(layer) for layer in report.layers],
    }


def _layer(layer: LayerReport) -> dict[str, Any]:
    return {
        "target": layer.target,
        "file": layer.file,
        "class": layer.class_name,
        "line": layer.line,
        "skipped": layer.skipped,
        "runs": [_run(run) for run in layer.runs],
    }


def _run(run: Run) -> dict[str, Any]:
    return {
        "backend": run.backend,
        "versions": run.versions,
        "seconds": run.seconds,
        "cached": run.cached,
        "in_part": run.in_part,
        "driven": _driven(run.driven),
        "tried": list(run.tried),
        "outcomes": [dataclasses.asdict(outcome) for outcome in run.outcomes],
        "findings": [dataclasses.asdict(finding) for finding in run.findings],
    }


def _driven(driven: Driven | None) -> dict[str, Any] | None:
    return None if driven is None else dataclasses.asdict(driven)
