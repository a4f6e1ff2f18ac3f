"""When something has taken too long: by the work it did, not by how busy the machine is."""

from __future__ import annotations

import os
from pathlib import Path

IDLE = 0.02  # a process that gets less than this share of a processor is waiting for something, not for its turn
BUSIEST = 8  # times slower than alone: on a machine that busy nothing can be told any more


def took_too_long(waited: float, worked: float, limit: float) -> bool:
    """Whether seconds on the clock and seconds of work are more than a limit allows."""
    if waited < limit:
        return False
    return worked >= limit or worked < waited * IDLE or waited > limit * BUSIEST


def machine_too_busy(waited: float, worked: float, limit: float) -> bool:
    """Whether what took too long did so for want of a processor: that says nothing of the layer."""
    return worked < limit and worked >= waited * IDLE


def seconds_worked(process: int | None) -> float:
    """Seconds of processor time that a process has had; infinite where that cannot be told, so that the clock counts."""
    try:
        with open(f"/proc/{process}/stat", encoding="ascii", errors="replace") as file:
            user, system = file.read().rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError):
        return 0.0 if process is None or Path("/proc/self/stat").exists() else float("inf")
