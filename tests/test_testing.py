"""`layergen.testing`: one layer, and a test for each layer and rule. The check itself is stood in for."""

from __future__ import annotations

import pytest

import layergen.check
from layergen import testing
from layergen.check.subjects import described_structure
from layergen.errors import LayergenError
from tests.check.report import reports

pytest_plugins = ["pytester"]

FAKE = """
from tests.check.report import reports
import layergen.check


class Layer:
    def __init__(self, units=4):
        self.units = units

    def get_config(self):
        return {"name": "x", "trainable": True, "dtype": "float32", "units": self.units}


class Gate(Layer):
    pass


class Plain(Layer):
    pass


calls = []


def stand_in(target, **options):
    calls.append((target, options))
    return reports.FOUND if "Gate" in target else reports.CLEAN


layergen.check.check = stand_in
"""


@pytest.fixture
def asked(monkeypatch):
    seen: dict = {}

    def stand_in(target, **options):
        seen.update(options, target=target)
        return seen.get("answer", reports.CLEAN)

    monkeypatch.setattr(layergen.check, "check", stand_in)
    return seen


class Layer:
    """Looks enough like a Keras layer for the checks before a check."""

    def __init__(self, units=4, rate=0.5):
        self.units, self.rate = units, rate

    def get_config(self):
        config = {"name": "gate", "trainable": True, "dtype": {"class_name": "DTypePolicy"}}
        return {**config, "units": self.units, "rate": self.rate}


class Gate(Layer):
    pass


def test_check_layer_returns_the_report(asked):
    assert testing.check_layer(Gate, inputs="2, 8") is reports.CLEAN
    assert asked["target"].endswith("test_testing.py::Gate")
    assert asked["inputs"] == {"shape": [2, 8], "dtype": "float32"}
    assert asked["init"] is None


def test_a_layer_is_made_again_from_its_config(asked):
    testing.check_layer(Gate(units=7))
    assert asked["init"] == {"units": 7, "rate": 0.5}


@pytest.mark.parametrize("answer", ["found", "undriven", "blocked"])
def test_check_layer_fails_with_the_report(asked, answer):
    asked["answer"] = reports.ALL[answer]
    with pytest.raises(AssertionError, match="blocked"):
        testing.check_layer(Gate)


def test_expected_failures_are_handed_on_with_their_reason(asked):
    testing.check_layer(Gate, select=["LG5"], expected_failures={"prints-in-call": "meant"})
    assert asked["declared"].expected == {"LG572": "meant"}
    assert asked["select"] == ("LG5", "LG030")


@pytest.mark.parametrize(
    ("thing", "message"),
    [(3, "is no Keras layer"), (int, "is no Keras layer"), ("Gate", "is no Keras layer")],
)
def test_no_layer(thing, message):
    with pytest.raises(LayergenError, match=message):
        testing.check_layer(thing)


def test_a_class_in_a_function_cannot_be_imported_elsewhere():
    class Inner(Layer):
        pass

    with pytest.raises(LayergenError, match="inside a function"):
        testing.check_layer(Inner)


def test_structures_of_arrays():
    class Array:
        shape, dtype = (None, 8), "float16"

    assert described_structure(Array()) == {"shape": [2, 8], "dtype": "float16"}
    assert described_structure([(2, 8), "3 int32"]) == [
        {"shape": [2, 8], "dtype": "float32"},
        {"shape": [3], "dtype": "int32"},
    ]
    assert described_structure((2, 8)) == {"shape": [2, 8], "dtype": "float32"}


PARAMETRIZED = FAKE + """
from layergen.testing import parametrize_with_checks


@parametrize_with_checks(
    [Gate, (Plain(units=3), "2, 8")],
    select=["LG203", "LG572", "LG801", "LG305"],
    expected_failures=lambda layer: {EXPECTED},
)
def test_layers(layer, check):
    check(layer)


def test_one_run_for_each_layer():
    assert len(calls) == 2
    assert calls[1][1]["init"] == {"units": 3}
"""


def test_parametrized(pytester):
    pytester.makepyfile(
        PARAMETRIZED.replace("{EXPECTED}", '{"LG203": "known"} if layer is Gate else {}')
    )
    result = pytester.runpytest("-p", "no:cacheprovider", "-rx")
    outcomes = result.parseoutcomes()
    assert outcomes["xfailed"] == 1 and "failed" not in outcomes
    result.stdout.fnmatch_lines(["*Gate-LG203-output-shape-differs* known*"])


def test_an_expected_failure_that_passes_fails(pytester):
    pytester.makepyfile(
        PARAMETRIZED.replace("{EXPECTED}", '{"LG203": "known", "LG305": "thought so"}')
    )
    result = pytester.runpytest("-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(["*XPASS(strict)*thought so*"])
    assert result.parseoutcomes()["failed"] >= 1


def test_unexpected_failure_shows_the_report(pytester):
    pytester.makepyfile(PARAMETRIZED.replace("{EXPECTED}", "{}"))
    result = pytester.runpytest("-p", "no:cacheprovider", "-k", "Gate")
    result.stdout.fnmatch_lines(["*is promised, and (2, 5, 8)*", "*fix: Make*"])
    assert result.parseoutcomes()["failed"] == 1
