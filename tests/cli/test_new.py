"""`new` and `multi` as processes: what they write, what they leave alone, how they end."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.process import SPEC, layergen


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def body(path: Path) -> str:
    """A file without the line that says what it was written from."""
    return path.read_text(encoding="utf-8").partition("\n")[2]


def test_the_smallest_layer(tmp_path: Path) -> None:
    done = layergen("new", "MyLayer", "--output-dim", "64", "--no-check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert names(tmp_path) == ["my_layer.py", "test_my_layer.py"]
    assert done.stdout.splitlines() == ["wrote my_layer.py", "wrote test_my_layer.py"]
    source = (tmp_path / "my_layer.py").read_text()
    assert "output_dim=64" in source and source.startswith("# Written by layergen ")
    assert "layergen new MyLayer --output-dim 64" in source.splitlines()[0]
    assert "layergen" not in source.partition("\n")[2]


def test_what_is_there_already_is_said_to_be_so(tmp_path: Path) -> None:
    command = ("new", "MyLayer", "--output-dim", "64", "--no-check")
    layergen(*command, cwd=tmp_path)
    written = (tmp_path / "my_layer.py").stat().st_mtime_ns
    (tmp_path / "test_my_layer.py").unlink()
    done = layergen(*command, cwd=tmp_path)
    assert done.stdout.splitlines() == ["my_layer.py is up to date", "wrote test_my_layer.py"]
    assert (tmp_path / "my_layer.py").stat().st_mtime_ns == written


def test_the_smallest_layer_takes_the_input_that_it_is_given(tmp_path: Path) -> None:
    flags = ("--output-dim", "4", "--input", "seq: batch, time, d", "--no-check")
    assert layergen("new", "Mapped", *flags, cwd=tmp_path).returncode == 0
    source = (tmp_path / "mapped.py").read_text()
    assert "shape=(d, self.output_dim)" in source
    assert "return (input_shape[0], input_shape[1], self.output_dim)" in source


def test_outputs_may_be_left_out(tmp_path: Path) -> None:
    flags = (
        "--input",
        "x: batch, time, d",
        "--call",
        "y = x ** 2",
        "--call",
        "z = mean(y, axis=1)",
    )
    assert layergen("new", "Squares", *flags, "--no-check", cwd=tmp_path).returncode == 0
    assert "return (input_shape[0], input_shape[2])" in (tmp_path / "squares.py").read_text()


def test_mistakes_are_told_in_json_where_json_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text(SPEC.replace("tanh", "tanhh"))
    done = layergen("new", "bad.yaml", "--format", "json", cwd=tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, told["exit_status"], done.stderr) == (2, 2, "")
    (problem,) = told["problems"]
    assert problem["where"].startswith("bad.yaml:") and problem["key"] == "call"
    assert problem["hint"].endswith("did you mean 'tanh'?")
    missing = layergen("check", "nowhere.py", "--format", "json", cwd=tmp_path)
    assert json.loads(missing.stdout)["problems"] == [
        {"message": "nowhere.py: there is no such file or folder"}
    ]


def test_flags_are_yaml(tmp_path: Path) -> None:
    """What `--spec-out` writes makes the same layer again, and so does the same spec by hand."""
    flags = [
        "--input", "x: batch, ..., d", "--input", "ids: batch, ... = int", "--arg", "rate: float = 0.1", "--arg", "units: int",
        "--weight", "scale: d = ones", "--weight", "seen: [] = zeros; trainable=false", "--size", "twice: 2 * units",
        "--weight", "kernel: d, twice", "--require", "units % 2 == 0",
        "--call", "y = x * scale * rate", "--call", "y = (y + cast(expand_dims(ids, -1), float)) @ kernel + seen",
        "--call-arg", "gain: 1.0", "--call", "y = y * gain", "--output", "y: batch, ..., twice", "--summary", "All flags.",
        "--inputs-as", "dict", "--mask", "stop", "--package", "mine", "--reference", "Nobody, 2020",
    ]  # fmt: skip
    one, two = tmp_path / "one", tmp_path / "two"
    done = layergen(
        "new",
        "Every",
        *flags,
        "--no-check",
        "--dir",
        str(one),
        "--spec-out",
        "every.yaml",
        cwd=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    spec = (tmp_path / "every.yaml").read_text()
    assert spec.startswith("# yaml-language-server: $schema=")
    done = layergen("new", "every.yaml", "--no-check", "--dir", str(two), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name in ("every.py", "test_every.py"):
        assert body(one / name) == body(two / name)


def test_standard_input(tmp_path: Path) -> None:
    done = layergen("new", "-", "--no-check", cwd=tmp_path, text=SPEC)
    assert done.returncode == 0, done.stderr
    assert names(tmp_path) == ["gated.py", "test_gated.py"]
    assert "from standard input" in (tmp_path / "gated.py").read_text().splitlines()[0]


def test_dry_run_and_diff_are_true(tmp_path: Path) -> None:
    (tmp_path / "gated.yaml").write_text(SPEC)
    dry = layergen("new", "gated.yaml", "--no-test", "--dry-run", cwd=tmp_path)
    diff = layergen("new", "gated.yaml", "--diff", cwd=tmp_path)
    assert names(tmp_path) == ["gated.yaml"]
    assert layergen("new", "gated.yaml", "--no-check", cwd=tmp_path).returncode == 0
    assert dry.stdout == (tmp_path / "gated.py").read_text()
    written = "".join((tmp_path / name).read_text() for name in ("gated.py", "test_gated.py"))
    added = [
        line[1:]
        for line in diff.stdout.splitlines()
        if line.startswith("+") and not line.startswith("+++")
    ]
    assert added == written.splitlines()
    assert layergen("new", "gated.yaml", "--diff", cwd=tmp_path).stdout == ""


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    (tmp_path / "gated.yaml").write_text(SPEC)
    (tmp_path / "test_gated.py").write_text("# mine\n")
    done = layergen("new", "gated.yaml", "--no-check", cwd=tmp_path)
    assert (
        done.returncode == 2
        and "test_gated.py: exists already" in done.stderr
        and "--force" in done.stderr
    )
    assert names(tmp_path) == ["gated.yaml", "test_gated.py"]
    assert (tmp_path / "test_gated.py").read_text() == "# mine\n"
    (tmp_path / "test_gated.py").chmod(0o640)
    assert layergen("new", "gated.yaml", "--no-check", "--force", cwd=tmp_path).returncode == 0
    assert (tmp_path / "test_gated.py").read_text() != "# mine\n"
    assert stat.S_IMODE((tmp_path / "test_gated.py").stat().st_mode) == 0o640
    # The same bytes again are no change.
    assert layergen("new", "gated.yaml", "--no-check", cwd=tmp_path).returncode == 0


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "gated.yaml").write_text(SPEC)
    (tmp_path / "file").write_text("no folder")
    done = layergen("new", "gated.yaml", "--no-check", "--dir", "file/deep", cwd=tmp_path)
    assert (
        done.returncode == 2
        and "cannot be written" in done.stderr
        and "Traceback" not in done.stderr
    )
    if os.geteuid() != 0:
        (tmp_path / "closed").mkdir(mode=0o500)
        done = layergen("new", "gated.yaml", "--no-check", "--dir", "closed", cwd=tmp_path)
        assert done.returncode == 2 and "Permission denied" in done.stderr
    assert names(tmp_path) in (["file", "gated.yaml"], ["closed", "file", "gated.yaml"])


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "gated.yaml").write_text(SPEC)
    (tmp_path / "gated.py").write_text("# mine\n")

    def little_room() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    done = layergen(
        "new",
        "gated.yaml",
        "--no-check",
        "--force",
        cwd=tmp_path,
        prepare=little_room,
        PYTHONDONTWRITEBYTECODE="1",
    )
    assert done.returncode == 2 and "nothing was written" in done.stderr, done.stderr
    assert names(tmp_path) == ["gated.py", "gated.yaml"]
    assert (tmp_path / "gated.py").read_text() == "# mine\n"


def listening() -> None:
    """What runs in the background of a shell's script ignores Ctrl-C, and what it starts does too."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Stopped while it waits for a spec on standard input."""
    command = [sys.executable, "-m", "layergen", "new", "-", "--no-check"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment,
        text=True,
        preexec_fn=listening,
    )
    time.sleep(8)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130, errors
    assert "Traceback" not in errors
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nwe", "MyLayer"], "new"),
        (["new", "MyLayer", "--output-dimm", "3"], "--output-dim"),
        (["new", "MyGate", "--from", "no_such_thing_at_all"], "layergen gallery"),
        (["new", "missing.yaml"], "missing.yaml: cannot be read"),
        (["new", "MyLayer", "--output-dim", "0"], "0"),
        (["new", "MyLayer", "--output-dim", "many"], "many"),
        (
            ["new", "Scale", "--weight", "scale", "--call", "y = x", "--weight", ": 3"],
            "NAME: SHAPE",
        ),
        (["new", "my_layer", "--output-dim", "3"], "'MyLayer'"),
        (["new", "MyLayer", "--format", "xml", "--no-check"], "text or json"),
        (["gallery", "no_such_thing_at_all"], "layergen gallery"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_mistakes_end_with_2_and_a_way_out(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = layergen(*arguments, cwd=tmp_path)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert names(tmp_path) == []


def test_a_wrong_spec_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "gated.yaml").write_text(SPEC.replace("features, units", "feature, units"))
    done = layergen("new", "gated.yaml", "--no-check", cwd=tmp_path)
    assert done.returncode == 2
    assert (
        done.stderr.splitlines()[0]
        == "gated.yaml:9:20: weights.kernel.shape: 'feature' is not an axis of the input"
    )
    assert names(tmp_path) == ["gated.yaml"]


@pytest.mark.parametrize("command", ["new", "multi", "gallery", "schema"])
def test_help_shows_examples_in_80_columns(tmp_path: Path, command: str) -> None:
    done = layergen(command, "--help", cwd=tmp_path, NO_COLOR="1")
    assert done.returncode == 0 and f"layergen {command}" in done.stdout.replace(
        "python -m layergen", "layergen"
    )
    assert "\x1b" not in done.stdout
    # The examples are lines of their own, to be copied, and may be longer.
    prose = [
        line
        for line in done.stdout.splitlines()
        if "layergen " not in line and "--call" not in line
    ]
    assert max(map(len, prose)) <= 80, max(prose, key=len)


def test_list_in_list_out(tmp_path: Path) -> None:
    done = layergen("multi", "MyPair", "--output-dim", "64", "--no-check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    source = (tmp_path / "my_pair.py").read_text()
    assert "a, b = inputs" in source and "return [mixed, average]" in source


def test_a_layer_without_weights_says_why_it_is_a_class(tmp_path: Path) -> None:
    flags = ["--input", "x: batch, ...", "--call", "y = x * x", "--output", "y: batch, ..."]
    done = layergen("new", "Square", *flags, "--no-check", cwd=tmp_path)
    assert done.returncode == 0 and "Lambda" in done.stdout
    assert "def build" not in (tmp_path / "square.py").read_text()


def test_from_the_gallery(tmp_path: Path) -> None:
    listed = layergen("gallery", "--format", "json", cwd=tmp_path)
    first = json.loads(listed.stdout)[0]["name"]
    shown = layergen("gallery", first, cwd=tmp_path)
    assert shown.returncode == 0 and "layer:" in shown.stdout
    done = layergen("new", "MyOwn", "--from", first, "--no-check", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "class MyOwn(" in (tmp_path / "my_own.py").read_text()


def test_schema_reads_the_gallery(tmp_path: Path) -> None:
    import jsonschema
    from ruamel.yaml import YAML

    from layergen.gallery import paths

    schema = json.loads(layergen("schema", cwd=tmp_path).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for path in paths():
        errors = [error.message for error in validator.iter_errors(YAML(typ="safe").load(path))]
        assert errors == [], (path.name, errors)


def test_the_users_formatter_settings_do_not_matter(tmp_path: Path) -> None:
    hostile, plain = tmp_path / "hostile", tmp_path / "plain"
    for folder in (hostile, plain):
        folder.mkdir()
        (folder / "gated.yaml").write_text(SPEC)
    (hostile / "pyproject.toml").write_text(
        "[tool.black]\nline-length = 40\nskip-string-normalization = true\npreview = true\n"
    )
    for folder, seed in ((hostile, "1"), (plain, "2")):
        done = layergen(
            "new",
            "gated.yaml",
            "--no-check",
            cwd=folder,
            PYTHONHASHSEED=seed,
            TZ="Asia/Tokyo",
            LC_ALL="C",
        )
        assert done.returncode == 0, done.stderr
    for name in ("gated.py", "test_gated.py"):
        assert (hostile / name).read_bytes() == (plain / name).read_bytes()
