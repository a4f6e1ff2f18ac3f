"""JSON, SARIF, JUnit and GitHub annotations, each read back by its schema or by somebody else's reader."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import jsonschema
import pytest

from layergen.check.report import rendered

from . import json_schema, reports, sarif_schema

EVERY = pytest.mark.parametrize("report", reports.ALL.values(), ids=reports.ALL)


@EVERY
def test_json_has_the_fixed_shape(report):
    data = json.loads(rendered(report, "json"))
    jsonschema.Draft202012Validator(json_schema.REPORT).validate(data)
    assert data["exit_status"] == report.exit_status


def test_json_counts():
    summary = json.loads(rendered(reports.FOUND, "json"))["summary"]
    assert summary == {
        "layers": 2,
        "passed": 15,
        "found": 5,
        "not_applicable": 4,
        "blocked": 0,
        "errors": 3,
        "warnings": 2,
        "skipped": 1,
    }


def test_json_driven_is_null_where_nothing_worked():
    data = json.loads(rendered(reports.UNDRIVEN, "json"))
    assert data["layers"][0]["runs"][0]["driven"] is None
    assert data["exit_status"] == 3


@EVERY
def test_sarif_is_valid(report):
    log = json.loads(rendered(report, "sarif"))
    jsonschema.Draft202012Validator(sarif_schema.LOG).validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@EVERY
def test_sarif_is_read_by_sarif_pydantic(report):
    reader = pytest.importorskip("sarif_pydantic", reason="install sarif-pydantic to read it back")
    log = reader.Sarif.model_validate(json.loads(rendered(report, "sarif")))
    found = {finding.rule for finding in report.findings}
    assert {result.rule_id for result in log.runs[0].results or []} == found


def test_sarif_tells_a_finding_once_for_all_backends():
    results = json.loads(rendered(reports.FOUND, "sarif"))["runs"][0]["results"]
    assert [(r["ruleId"], r["properties"]["backends"]) for r in results] == [
        ("LG501", ["jax"]),
        ("LG203", ["tensorflow", "jax"]),
        ("LG572", ["tensorflow", "jax"]),
    ]


@EVERY
def test_junit_is_well_formed_and_counts_itself(report):
    root = ElementTree.fromstring(rendered(report, "junit"))
    for suite in root:
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for attribute, tag in (
            ("failures", "failure"),
            ("errors", "error"),
            ("skipped", "skipped"),
        ):
            assert int(suite.get(attribute)) == len(suite.findall(f"testcase/{tag}"))


@EVERY
def test_junit_is_read_by_junitparser(report):
    junitparser = pytest.importorskip("junitparser", reason="install junitparser to read it back")
    suites = junitparser.JUnitXml.fromstring(rendered(report, "junit").encode())
    cases = [case for suite in suites for case in suite]
    failed = [
        case for case in cases if case.result and isinstance(case.result[0], junitparser.Failure)
    ]
    errors = {f.rule for f in report.findings if f.severity == "error"}
    assert {case.name.split()[0] for case in failed} == errors
    assert suites.tests == len(cases)


def test_junit_survives_what_xml_cannot_hold():
    text = rendered(reports.FOUND, "junit")
    assert "\x07" not in text and "\x1b" not in text and "&lt;&amp;" in text


@EVERY
def test_github_commands_are_one_line_each(report):
    lines = rendered(report, "github").splitlines()
    for line in lines[:-1]:
        match = re.fullmatch(r"::(error|warning) ((?:\w+=[^,:]*,?)+)::(.+)", line)
        assert match, line
    assert not lines[-1].startswith("::")


def test_github_points_at_the_line():
    lines = rendered(reports.FOUND, "github").splitlines()
    place = "::error file=layers/gate.py,line=31,title=LG203 output-shape-differs::Gate: "
    assert any(line.startswith(place) for line in lines)
