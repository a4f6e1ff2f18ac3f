"""`pytest --layergen`: what is collected, how it runs, and that it stays out of the way. The check is stood in for."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

LAYERS = """
import keras

raise SystemExit("pytest imported a file of layers")


class Gate(keras.layers.Layer):
    def call(self, x):
        return x


class Plain(keras.layers.Layer):
    def call(self, x):
        return x
"""
STAND_IN = """
import json, os
from dataclasses import replace
from pathlib import Path
from tests.check.report import reports
import layergen.check.pytest_items as items


def stand_in(targets, **options):
    targets = [targets] if isinstance(targets, str) else targets
    with open(os.environ["CALLS"], "a") as log:
        log.write(json.dumps([t.rpartition("::")[2] for t in targets]) + "\\n")
    layers = []
    for target in targets:
        path, _, name = target.rpartition("::")
        source = reports.FOUND if name == "Gate" else reports.CLEAN
        layers.append(replace(source.layers[0], file=path, class_name=name, target=target))
    return replace(reports.CLEAN, layers=tuple(layers))


items.check = stand_in
"""


@pytest.fixture
def project(pytester, monkeypatch):
    pytester.makepyfile(**{"src/gates": LAYERS, "test_own": "def test_own():\n    pass\n"})
    pytester.makeconftest(STAND_IN)
    monkeypatch.setenv("CALLS", str(pytester.path / "calls"))
    return pytester


def calls(project) -> list[str]:
    path = project.path / "calls"
    return path.read_text().splitlines() if path.exists() else []


def test_stays_out_of_the_way(project):
    result = project.runpytest("-p", "no:cacheprovider")
    assert result.parseoutcomes() == {"passed": 1}
    assert calls(project) == []


def test_collects_a_test_for_each_layer_and_rule(project):
    result = project.runpytest(
        "--layergen", "src", "--collect-only", "-q", "-p", "no:cacheprovider"
    )
    result.stdout.fnmatch_lines(
        [
            "src/gates.py::Gate::LG203-output-shape-differs",
            "src/gates.py::Plain::LG572-prints-in-call",
        ]
    )
    assert calls(project) == []


def test_one_run_for_all_layers(project):
    result = project.runpytest("--layergen", "src", "-p", "no:cacheprovider")
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 2  # LG203 and LG501 of Gate; LG572 is a warning
    assert outcomes["warnings"] >= 1
    assert calls(project) == ['["Gate", "Plain"]']
    result.stdout.fnmatch_lines(["*is promised, and (2, 5, 8)*"])


def test_strict(project):
    result = project.runpytest("--layergen", "--layergen-strict", "src", "-p", "no:cacheprovider")
    assert result.parseoutcomes()["failed"] == 3


def test_a_file_a_class_or_a_rule(project):
    result = project.runpytest("--layergen", "src/gates.py::Plain", "-p", "no:cacheprovider")
    assert "failed" not in result.parseoutcomes()
    assert calls(project) == ['["Plain"]']
    result = project.runpytest(
        "--layergen", "src/gates.py", "-k", "LG501", "-p", "no:cacheprovider"
    )
    assert result.parseoutcomes()["failed"] == 1


def test_under_xdist(project):
    pytest.importorskip("xdist", reason="install pytest-xdist to spread the tests")
    result = project.runpytest_subprocess("--layergen", "src", "-n", "2", "-p", "no:cacheprovider")
    assert result.parseoutcomes()["failed"] == 2
    assert sorted(calls(project)) == [
        '["Gate"]',
        '["Plain"]',
    ]  # one run for each layer, in one worker
