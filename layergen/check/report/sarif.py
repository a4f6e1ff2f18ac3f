"""SARIF 2.1.0: for code scanning and editors."""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from layergen import __version__
from layergen.check.registry import registered_rules
from layergen.check.report import Style
from layergen.check.report.merged import Told, findings_told, undriven
from layergen.check.result import LayerReport, Report

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report, style: Style) -> str:
    return json.dumps(as_data(report), indent=2, ensure_ascii=False) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The SARIF log as plain data."""
    rules = [entry.rule for entry in registered_rules()]
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "layergen",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(entry.rule, entry.family) for entry in registered_rules()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": _notifications(report),
            }
        ],
        "results": [_result(layer, told, index) for layer, told in findings_told(report)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule, family: str) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ")},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n{rule.fix}"},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [family]},
    }


def _result(layer: LayerReport, told: Told, index: dict[str, int]) -> dict[str, Any]:
    finding = told.finding
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{layer.class_name}: {finding.message} {finding.fix}"},
        "locations": [_location(layer, finding.line or layer.line)],
        "partialFingerprints": {"layergen/v1": _fingerprint(layer, told)},
        "properties": {"backends": list(told.backends)},
    }
    if finding.rule in index:
        result["ruleIndex"] = index[finding.rule]
    return result


def _location(layer: LayerReport, line: int) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(layer.file),
            "region": {"startLine": max(line, 1)},
        },
        "logicalLocations": [{"name": layer.class_name, "kind": "type"}],
    }


def _artifact(file: str) -> dict[str, str]:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}


def _fingerprint(layer: LayerReport, told: Told) -> str:
    """The same for the same fault of the same class, wherever its line has moved to."""
    parts = (layer.file, layer.class_name, told.finding.rule, told.finding.message)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _notifications(report: Report) -> list[dict[str, Any]]:
    told = [{"level": "error", "message": {"text": problem}} for problem in report.problems]
    for layer in report.layers:
        backends = undriven(layer)
        if backends:
            text = f"{layer.class_name} could not be built and called on {', '.join(backends)}."
            told.append(
                {
                    "level": "warning",
                    "message": {"text": text},
                    "locations": [_location(layer, layer.line)],
                }
            )
    return told
