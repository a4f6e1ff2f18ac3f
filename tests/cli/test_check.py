"""`layergen check` as a user sees it: flags, formats, exit status, mistakes. The check itself is stood in for."""

from __future__ import annotations

import io
import json
import sys

import pytest
import typer
from typer.testing import CliRunner

from layergen.check.job import DriveHint
from layergen.check.report.progress import Progress
from layergen.check.report.terminal import style_for
from layergen.cli import checking
from layergen.cli.check import check
from layergen.errors import LayergenError
from tests.check.report import reports

APP = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
APP.command()(check)


@pytest.fixture
def asked(monkeypatch, tmp_path):
    """Runs the command in an empty folder; says what reached `layergen.check`, and answers with a report."""
    monkeypatch.chdir(tmp_path)
    seen: dict = {}

    def stand_in(targets, **options):
        seen.update(options, targets=targets)
        return seen.get("answer", reports.CLEAN)

    monkeypatch.setattr(checking, "check", stand_in)
    seen["run"] = lambda *arguments: CliRunner().invoke(APP, list(arguments))
    return seen


@pytest.mark.parametrize(
    ("answer", "status"),
    [("clean", 0), ("found", 1), ("undriven", 3), ("blocked", 3), ("warned", 0)],
)
def test_exit_status(asked, answer, status):
    asked["answer"] = reports.ALL[answer]
    assert asked["run"]("gate.py").exit_code == status


def test_flags_reach_the_check(asked):
    asked["run"](
        *(
            "gate.py",
            "other.py",
            "--backend",
            "jax",
            "--init",
            "units=8",
            "--input",
            "x: 2,8 int32",
        ),
        *("--call", "training=True", "--select", "lg2", "--select", "mask", "--ignore", "LG203"),
        *("--strict", "--jobs", "2", "--timeout", "5", "--no-cache", "--dtype", "float16"),
    )
    assert asked["targets"] == ["gate.py", "other.py"]
    assert asked["backends"] == ["jax"]
    assert asked["init"] == {"units": 8} and asked["call"] == {"training": True}
    assert asked["arguments"] == {"x": {"shape": [2, 8], "dtype": "int32"}}
    assert asked["inputs"] is None
    assert "LG2" in asked["select"] and any(code.startswith("LG8") for code in asked["select"])
    assert asked["ignore"] == ("LG203",)
    assert (asked["strict"], asked["jobs"], asked["timeout"], asked["cache"]) == (
        True,
        2,
        5.0,
        False,
    )
    assert asked["dtype"] == "float16"


def test_all_backends_is_the_default(asked):
    asked["run"]("gate.py", "--backend", "all")
    assert asked["backends"] is None


def test_flags_come_before_pyproject(asked, tmp_path):
    (tmp_path / "pyproject.toml").write_text(
        "[tool.layergen]\ntimeout = 7\nbackend = 'jax'\n"
        "[tool.layergen.layers.Gate]\ninit = {units = 8}\ninput = '2, 4'\n"
    )
    asked["run"]("gate.py", "--backend", "torch", "--init", "units=3")
    assert asked["timeout"] == 7 and asked["backends"] == ["torch"]
    assert asked["hints"] == {
        "Gate": DriveHint(
            how="pyproject", init={"units": 3}, inputs={"shape": [2, 4], "dtype": "float32"}
        )
    }


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "text"])
def test_formats(asked, form):
    asked["answer"] = reports.FOUND
    result = asked["run"]("gate.py", "--format", form)
    assert result.exit_code == 1
    assert "LG203" in result.output
    if form in ("json", "sarif"):
        json.loads(result.output)


def test_output_goes_to_the_file_and_text_to_the_terminal(asked, tmp_path):
    asked["answer"] = reports.FOUND
    result = asked["run"]("gate.py", "--format", "sarif", "--output", "out.sarif")
    assert json.loads((tmp_path / "out.sarif").read_text())["version"] == "2.1.0"
    assert "not applicable" in result.output.splitlines()[-1] or "blocked" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["out.sarif"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gate.py", "--format", "xml"], "none of text, json, sarif, junit, github"),
        (["gate.py", "--select", "LG2O3"], "did you mean LG"),
        (
            ["gate.py", "--ignore", "output-shape-difers"],
            "did you mean output-shape-differs (LG203)?",
        ),
        (["gate.py", "--init", "units"], "write name=value"),
        (["gate.py", "--input", "2,eight"], "'eight' is no dtype"),
        (["gate.py", "--output", "no/such/folder/x.json", "--format", "json"], "cannot be written"),
    ],
)
def test_mistakes_are_told_in_a_line(asked, arguments, message):
    result = asked["run"](*arguments)
    assert isinstance(result.exception, LayergenError)
    assert result.exception.exit_status == 2
    assert message in str(result.exception)


def test_help_has_examples(asked):
    result = asked["run"]("--help")
    assert "Examples:" in result.output and "layergen check my_layer.py" in result.output


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def test_colour_follows_the_terminal_and_no_color(monkeypatch):
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    assert style_for(Terminal()).color and not style_for(io.StringIO()).color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not style_for(Terminal()).color
    monkeypatch.setenv("COLUMNS", "100")
    assert style_for(Terminal()).width == 100


def test_progress_shows_on_a_terminal_and_leaves_nothing():
    stream = Terminal()
    progress = Progress(stream)
    progress("gate.py::Gate", "jax", "save")
    assert "Gate jax: save" in stream.getvalue()
    progress.done()
    assert stream.getvalue().endswith("\r\x1b[2K")


def test_progress_is_silent_in_a_pipe():
    stream = io.StringIO()
    progress = Progress(stream)
    progress("gate.py::Gate", "jax", "save")
    progress.done()
    assert stream.getvalue() == ""


def test_nothing_heavy_is_imported_for_help():
    import subprocess

    code = (
        "import sys; import layergen.cli.check, layergen.cli.rules, layergen.cli.explain;"
        "print([m for m in sys.modules if m.startswith(('keras', 'layergen.check', 'numpy', 'msgspec'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plugin_costs_nothing_when_it_is_not_asked_for():
    import subprocess

    code = (
        "import sys; import layergen.pytest_plugin;"
        "print([m for m in sys.modules if m.startswith('layergen.check')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
