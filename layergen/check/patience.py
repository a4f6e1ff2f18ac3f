"""When something has taken too long: by the work it did, not by how busy the machine is."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

IDLE = 0.02  # a process that gets less than this share of a processor is waiting for something, not for its turn
BUSIEST = 8  # times slower than alone: on a machine that busy nothing can be told any more


def took_too_long(waited: float, worked: float, limit: float) -> bool:
    """Whether seconds on the clock and seconds of work are more than a limit allows."""
    if waited < limit:
        return False
    return worked >= limit or worked < waited * IDLE or waited > limit * BUSIEST


@dataclass
class Pace:
    """How something gets on, looked at again and again while it runs."""

    process: int | str | None = None  # its number, "self"; None where that is not known
    marks: list[tuple[float, float]] = field(default_factory=list)
    queued: float | None = None  # seconds that it had queued for a processor at the beginning

    def __post_init__(self) -> None:
        self.queued = seconds_queued(self.process)

    def verdict(self, waited: float, worked: float, limit: float) -> str | None:
        """ "time": it took too long by its own doing; "busy": for want of a processor, which says nothing of it."""
        recent = [mark for mark in self.marks if mark[0] >= waited - limit]
        if not recent or recent[-1][0] < waited - limit / 8:
            recent.append((waited, worked))
        self.marks = recent
        if not took_too_long(waited, worked, limit):
            return None
        if worked >= limit or worked < waited * IDLE:
            return "time"
        waits = worked - recent[0][1] < (waited - recent[0][0]) * IDLE
        queued = seconds_queued(self.process)
        if queued is not None and self.queued is not None:
            # Sleeping again and again, rather than queueing for a processor, is its own doing too.
            waits = waits or queued - self.queued < (waited - worked) / 2
        return "time" if waits else "busy"


def seconds_queued(process: int | str | None) -> float | None:
    """Seconds for which a process's threads stood ready and had no processor; None where that cannot be told."""
    try:
        times = [
            path.read_text(encoding="ascii").split()[1]
            for path in Path(f"/proc/{process}/task").glob("*/schedstat")
        ]
        return sum(map(int, times)) / 1e9 if times else None
    except (OSError, ValueError, IndexError):
        return None


def seconds_worked(process: int | None) -> float:
    """Seconds of processor time that a process has had; infinite where that cannot be told, so that the clock counts."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return 0.0 if process is None or Path("/proc/self/stat").exists() else float("inf")
