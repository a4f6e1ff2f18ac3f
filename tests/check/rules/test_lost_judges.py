"""Judges of processes that did not come back: what the machine did is no fault of the layer."""

from __future__ import annotations

import pytest

from layergen.check.evidence import Drive, Losses, Lost, Raised, Reload, Saving, Source
from layergen.check.patience import BUSIEST, Pace
from layergen.check.registry import Blocked
from layergen.check.result import Finding
from layergen.check.rules.call import does_not_return, takes_the_process_down
from layergen.check.rules.saving import reload_differs, reload_fails

SOURCE = Source("layer.py", "class Scale(Layer):\n    pass\n", "Scale", 1, 2)
LATE = Lost("fresh process", "time", "still running after 20 s")
KILLED = Lost("fresh process", "signal", "killed by SIGKILL")
CRASHED = Lost("fresh process", "signal", "killed by SIGSEGV")


@pytest.mark.parametrize("lost", [LATE, KILLED])
@pytest.mark.parametrize("rule", [reload_fails, reload_differs])
def test_a_reload_that_was_not_seen_through_is_no_finding(rule, lost):
    saving = Saving(file=Reload(lost=lost, stage="load", done=True, same=False))
    (said,) = rule.judge(saving, SOURCE)
    assert isinstance(said, Blocked) and lost.detail in said.reason


def test_a_reload_that_crashes_is_a_finding():
    saving = Saving(file=Reload(lost=CRASHED, stage="load", done=True, same=False))
    (said,) = reload_fails.judge(saving, SOURCE)
    assert isinstance(said, Finding)


def verdict(limit, *times):
    pace = Pace()
    return [pace.verdict(waited, worked, limit) for waited, worked in times][-1]


def test_a_busy_machine_is_told_from_a_loop_and_from_a_wait():
    limit, end = 20.0, 20.0 * BUSIEST + 1
    assert verdict(limit, (2 * limit, limit / 2)) is None
    assert verdict(limit, (limit, limit)) == "time"  # a loop
    assert verdict(limit, (limit, 0.0)) == "time"  # a wait from the start
    assert (
        verdict(limit, (limit, 15.0), (end - 10, 15.0), (end, 15.0)) == "time"
    )  # a wait after work
    assert verdict(limit, (limit, 1.0), (end - 10, 14.0), (end, 15.0)) == "busy"


@pytest.mark.parametrize(("how", "found"), [("time", True), ("busy", False)])
def test_only_a_loop_or_a_wait_does_not_return(how, found):
    losses = Losses((Lost("eager", how, "still running after 240 s"),))
    assert bool(list(does_not_return.judge(losses, None))) is found
    assert not list(takes_the_process_down.judge(losses))


@pytest.mark.parametrize(("kind", "found"), [("TookTooLong", True), ("MachineTooBusy", False)])
def test_only_a_try_that_had_its_time_does_not_return(kind, found):
    drive = Drive("inferred", {}, {}, raised=Raised(kind, "still running after 60 s"))
    assert bool(list(does_not_return.judge(Losses(), drive))) is found


def test_a_process_that_the_machine_killed_is_no_finding():
    assert not list(
        takes_the_process_down.judge(Losses((Lost("eager", "signal", "killed by SIGKILL"),)))
    )
    assert list(
        takes_the_process_down.judge(Losses((Lost("eager", "signal", "killed by SIGSEGV"),)))
    )
