"""One running child as the parent sees it: how far it is, how much it takes, when it has to be ended."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from layergen.check.evidence import Lost
from layergen.check.job import Job
from layergen.check.patience import Pace, seconds_worked
from layergen.check.runner.limits import Limits

DRIVE_SHARE = (
    2  # the search for a drive makes many calls: it has this many times the time of one probe
)
IMPORT_SHARE = 4


@dataclass
class Watch:
    """Follows the evidence file of a child."""

    job: Job
    limits: Limits
    process: int | None = None
    begun: str | None = None  # the probe that is running
    since: float = field(default_factory=time.monotonic)
    work: float = 0.0  # seconds of processor time that the child had had by then
    pace: Pace = field(default_factory=Pace)
    lines: list[dict[str, Any]] = field(default_factory=list)
    offset: int = 0
    ended: bool = False  # the child said that it is through
    verdict: tuple[str, str] | None = None  # how and why it was ended by us

    def look(self) -> None:
        """Reads new evidence; ends the child where it takes too much."""
        self.read()
        if self.process is None or self.verdict:
            return
        share = {"drive": DRIVE_SHARE, "import": IMPORT_SHARE}.get(self.begun or "", 1)
        waited = time.monotonic() - self.since
        if not self.ended and waited > self.limits.seconds * share:
            work = _gap(seconds_worked(self.process), self.work)
            if how := self.pace.verdict(waited, work, self.limits.seconds * share):
                self.end(how, f"still running after {waited:.0f} s")
        elif self.ended and time.monotonic() - self.since > 5:
            self.end("time", "did not end when it was through")
        elif resident(self.process) > self.limits.memory:
            self.end("memory", f"took more than {self.limits.memory / 2**30:.1f} GiB of memory")
        elif _size(self.job.output) > self.limits.output:
            self.end("output", f"printed more than {self.limits.output // 2**20} MiB")

    def read(self) -> None:
        with contextlib.suppress(FileNotFoundError), open(self.job.evidence, "rb") as file:
            file.seek(self.offset)
            text = file.read()
            whole = text[: text.rfind(b"\n") + 1]
            self.offset += len(whole)
            for raw in whole.splitlines():
                self._take(json.loads(raw))

    def _take(self, line: dict[str, Any]) -> None:
        self.since, self.pace = time.monotonic(), Pace(self.process)
        self.work = seconds_worked(self.process)
        if "begin" in line:
            self.begun = line["begin"]
            return
        if line.get("end"):
            self.ended = True
        elif "probe" in line:
            self.lines.append(line)
            self.begun = None

    def end(self, how: str, detail: str) -> None:
        """Kills the child with everything in its group."""
        self.verdict = (how, detail)
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(self.process, signal.SIGKILL)

    def loss(self, status: int) -> Lost | None:
        """What the child's end cost: the probe that was running, or None where all went well."""
        if self.ended and not self.verdict:
            return None
        probe = self.begun or "between probes"
        if self.verdict:
            return Lost(probe, *self.verdict, line=self._line())
        if status < 0:
            with contextlib.suppress(ValueError):
                return Lost(
                    probe, "signal", f"killed by {signal.Signals(-status).name}", self._line()
                )
        return Lost(probe, "exit", f"the process ended itself with status {status}", self._line())

    def _line(self) -> int | None:
        """The user's line in the stack that Python wrote at a crash or shortly before the time was over."""
        with contextlib.suppress(OSError):
            text = Path(self.job.crash).read_text(errors="replace")
            stacks = re.split(r"^Timeout|^Fatal", text, flags=re.MULTILINE)
            lines = re.findall(rf'File "{re.escape(self.job.place.file)}", line (\d+)', stacks[-1])
            return int(lines[0]) if lines else None  # the most recent call comes first
        return None


def _gap(now: float, before: float) -> float:
    return float("inf") if now == float("inf") else now - before


def resident(process: int) -> int:
    """Bytes of memory that a process holds; 0 where that cannot be told."""
    try:
        with open(f"/proc/{process}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError, ValueError):
        return 0


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
