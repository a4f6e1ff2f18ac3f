"""Ignore comments and declarations: what they silence, and when they are told to be of no more use."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from layergen.check.ignores import Ignore, ignores_in, lines_held
from layergen.check.result import Finding, LayerReport, Outcome, Report, Run
from layergen.check.silence import Declared, silenced

TEXT = """import keras


@keras.saving.register_keras_serializable("x")
class Gate(keras.layers.Layer):{on_class}
    def call(self, x):
        {above}
        print(x){on_line}
        return x
"""
LINE = 8


def checked(
    path: Path, *, found=("LG572",), text: str = "", backends=("tensorflow",), **places
) -> Report:
    path.write_text(
        text or TEXT.format(**{"on_class": "", "above": "pass", "on_line": "", **places})
    )
    outcomes = tuple(
        Outcome(rule, "found" if rule in found else "passed")
        for rule in ("LG030", "LG203", "LG572")
    )
    findings = tuple(
        Finding(rule, "prints-in-call", "warning", "prints", "take it out", LINE) for rule in found
    )
    run = tuple(Run(name, {}, 0.0, None, outcomes, findings) for name in backends)
    return Report((LayerReport(f"{path}::Gate", str(path), "Gate", 5, run),))


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


@pytest.mark.parametrize(
    "places",
    [
        {"on_line": "  # layergen: ignore[LG572] meant"},
        {"on_line": "  # layergen: ignore[LG203, LG572] meant"},
        {"on_line": "  # layergen: ignore[prints-in-call] by name"},
        {"on_line": "  # noqa: T201  # layergen: ignore[LG572] behind another"},
        {"above": "# layergen: ignore[LG572] meant"},
        {"on_class": "  # layergen: ignore[LG572] meant"},
    ],
)
def test_silences(tmp_path, places):
    report = silenced(checked(tmp_path / "gate.py", **places))
    assert "LG572" not in rules(report)
    [outcome] = [o for o in report.layers[0].runs[0].outcomes if o.rule == "LG572"]
    assert outcome.outcome == "not-applicable" and outcome.reason.startswith("ignored on line")


def test_above_the_decorator_holds_for_the_class(tmp_path):
    text = TEXT.format(on_class="", above="pass", on_line="").replace(
        "@keras", "# layergen: ignore[LG572] meant\n@keras"
    )
    report = checked(tmp_path / "gate.py", text=text)
    layer = report.layers[0]
    report = Report((LayerReport(layer.target, layer.file, "Gate", 6, layer.runs),))
    assert rules(silenced(report)) == []


@pytest.mark.parametrize(
    "places",
    [
        {"on_line": "  # layergen: ignore[LG203] another rule"},
        {"above": 'x = x + "# layergen: ignore[LG572] in a string"'},
    ],
)
def test_does_not_silence(tmp_path, places):
    assert "LG572" in rules(silenced(checked(tmp_path / "gate.py", **places)))


def test_unused_is_told_with_its_line(tmp_path):
    places = {"on_line": "  # layergen: ignore[LG572] was meant once"}
    [finding] = silenced(checked(tmp_path / "gate.py", found=(), **places)).findings
    assert (finding.rule, finding.line) == ("LG030", LINE)
    assert "LG572" in finding.message


def test_used_on_one_backend_is_used(tmp_path):
    report = checked(
        tmp_path / "gate.py",
        backends=("tensorflow", "jax"),
        on_line="  # layergen: ignore[LG572] meant",
    )
    first, second = report.layers[0].runs
    clean = Run("jax", {}, 0.0, None, tuple(Outcome(o.rule, "passed") for o in second.outcomes), ())
    layer = report.layers[0]
    report = Report((LayerReport(layer.target, layer.file, "Gate", 5, (first, clean)),))
    assert rules(silenced(report)) == []


def test_a_rule_that_was_not_judged_says_nothing_of_its_ignore(tmp_path):
    report = checked(tmp_path / "gate.py", found=(), on_line="  # layergen: ignore[LG901] meant")
    assert rules(silenced(report)) == []


def test_declared_by_code_and_by_class(tmp_path):
    report = checked(tmp_path / "gate.py")
    assert rules(silenced(report, Declared(ignored={"LG572": "meant"}))) == []
    by_class = {"Gate": Declared(ignored={"prints-in-call": "meant"})}
    assert rules(silenced(report, Declared(by_class=by_class))) == []
    by_class = {"Other": Declared(ignored={"LG572": "meant"})}
    assert rules(silenced(report, Declared(by_class=by_class))) == ["LG572"]


def test_an_expected_failure_that_passes_is_told(tmp_path):
    report = checked(tmp_path / "gate.py", found=())
    [finding] = silenced(report, Declared(expected={"LG203": "known"})).findings
    assert finding.rule == "LG030" and "LG203" in finding.message and "known" in finding.message


def test_a_project_wide_ignore_that_one_layer_does_not_need_is_not_told(tmp_path):
    report = checked(tmp_path / "gate.py", found=())
    assert rules(silenced(report, Declared(ignored={"LG572": "meant"}))) == []


def test_comments_are_read_one_by_one():
    text = "x = 1  # layergen: ignore[LG101, LG102] because\n# layergen: ignore\n"
    assert ignores_in(text) == (
        Ignore(1, "LG101", "because", False),
        Ignore(1, "LG102", "because", False),
        Ignore(2, "", "", True),
    )


def test_several_comments_above_one_line_all_hold_for_it():
    text = "# layergen: ignore[LG101] a\n# layergen: ignore[LG102] b\nx = 1\n"
    assert all(3 in lines_held(ignore, text) for ignore in ignores_in(text))


@pytest.mark.parametrize(("name", "found"), [("bad", ()), ("good", ("LG572",))])
def test_cases(name, found, tmp_path):
    text = (Path(__file__).parent / "cases" / "LG030" / f"{name}.py").read_text()
    line = next(
        i for i, written in enumerate(text.splitlines(), 1) if "print(" in written or i == 9
    )
    report = checked(tmp_path / "relu.py", text=text, found=found)
    layer = report.layers[0]
    run = replace(
        layer.runs[0], findings=tuple(replace(f, line=line) for f in layer.runs[0].findings)
    )
    report = Report((replace(layer, class_name="Relu", line=7, runs=(run,)),))
    assert rules(silenced(report)) == (["LG030"] if name == "bad" else [])
