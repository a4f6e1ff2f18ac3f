"""Layers that hang, exit, crash, fork, flood, eat and linger: each is told for what it is, and the rest goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from layergen.check import check
from layergen.check.result import Report, Run
from layergen.check.runner.plan import installed_backends

FILE = Path(__file__).parents[1] / "misbehaving" / "bad_citizens.py"
SCRIPT = FILE.with_name("trains_when_imported.py")
BACKEND = "jax" if "jax" in installed_backends() else installed_backends()[0]
FIRST_STEPS = ("construct", "build", "symbolic", "eager")


@pytest.fixture(scope="module")
def report() -> Report:
    """One run over all of them; everything below reads it."""
    return check(
        [FILE, SCRIPT],
        backends=[BACKEND],
        select=["LG100", "LG501", "LG59"],
        probes=FIRST_STEPS,
        timeout=6,
        memory=2**30,
        cache=False,
    )


def run_of(report: Report, name: str) -> Run:
    return next(layer.runs[0] for layer in report.layers if layer.class_name == name)


def said(report: Report, name: str) -> dict[str, str]:
    return {finding.rule: finding.message for finding in run_of(report, name).findings}


@pytest.mark.parametrize("name", ["Quiet", "ClosesEverything", "LastOne"])
def test_the_good_ones_come_through(report: Report, name: str) -> None:
    assert said(report, name) == {}
    assert run_of(report, name).driven is not None


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("Hangs", "LG591", "did not come back"),
        ("HangsInC", "LG591", "did not come back"),
        ("Exits", "LG590", "ended itself with status 3"),
        ("ExitsInConstructor", "LG590", "ended itself with status 0"),
        ("ExitsPolitely", "LG501", "the layer had enough"),
        ("Interrupts", "LG501", "KeyboardInterrupt"),
        ("Segfaults", "LG590", "SIGSEGV"),
        ("Floods", "LG590", "printed more than 16 MiB"),
        ("EatsMemory", "LG590", "GiB of memory"),
        ("KillsItsParent", "LG590", "killed the process that started it"),
        ("LeavesAThread", "LG592", "'left over'"),
        ("LeavesAProcess", "LG592", "process"),
        ("Forks", "LG592", "process"),
    ],
)
def test_each_is_told_for_what_it_is(report: Report, name: str, code: str, words: str) -> None:
    assert words in said(report, name)[code]


def test_of_a_script_only_what_the_layer_needs_is_run(report: Report) -> None:
    run = run_of(report, "InAScript")
    assert run.in_part
    assert run.driven is not None
    assert not run.findings
    assert not run_of(report, "Quiet").in_part


def test_data_and_packages_that_are_not_here_are_no_fault_of_the_layer(report: Report) -> None:
    run = run_of(report, "NeedsData")
    assert not run.findings
    assert "words.txt" in next(o.reason for o in run.outcomes if o.rule == "LG100")


def test_what_was_not_seen_is_no_pass(report: Report) -> None:
    for name in ("Exits", "Segfaults", "EatsMemory"):
        outcomes = {outcome.rule: outcome.outcome for outcome in run_of(report, name).outcomes}
        assert outcomes["LG501"] == "blocked"
        assert run_of(report, name).driven is None
    assert report.exit_status == 1


def test_the_line_of_a_crash_is_known(report: Report) -> None:
    lines = FILE.read_text().splitlines()
    finding = run_of(report, "Segfaults").findings[0]
    assert "string_at" in lines[finding.line - 1]


def test_nothing_is_left_running(report: Report) -> None:
    assert report.layers
    assert wait_for(lambda: not processes_of(os.getpid()), seconds=5)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="counts processes by way of /proc")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_ending_a_check_leaves_no_child_and_no_file(tmp_path: Path, ending: int) -> None:
    command = [sys.executable, "-m", "layergen", "check", f"{FILE}::HangsInC", "--backend", BACKEND]
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    started = subprocess.Popen(
        [*command, "--no-cache"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)},
        # What runs in the background of a shell's script ignores Ctrl-C, and what it starts does too.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    # The server and at least one child of it.
    assert wait_for(lambda: len(processes_of(started.pid)) >= 2, seconds=60)
    before = processes_of(started.pid)
    started.send_signal(ending)
    assert started.wait(20) == 128 + ending
    assert wait_for(
        lambda: not any(Path(f"/proc/{process}").exists() for process in before), seconds=10
    )
    assert not list(temporary.iterdir())


def wait_for(holds: object, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():
            return True
        time.sleep(0.1)
    return False


def processes_of(parent: int) -> list[int]:
    """Everything below a process that is not over yet."""
    below: dict[int, list[int]] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, above = entry.read_text().rpartition(")")[2].split()[:2]
        except OSError:
            continue
        if state != "Z":
            below.setdefault(int(above), []).append(int(entry.parent.name))
    found, queue = [], [parent]
    while queue:
        children = below.get(queue.pop(), [])
        found += children
        queue += children
    return found
