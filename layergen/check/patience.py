"""When something has taken too long: by the work it did, not by how busy the machine is."""

from __future__ import annotations

IDLE = 0.02  # a process that gets less than this share of a processor is waiting for something, not for its turn
BUSIEST = 8  # times slower than alone: on a machine that busy nothing can be told any more


def took_too_long(waited: float, worked: float, limit: float) -> bool:
    """Whether seconds on the clock and seconds of work are more than a limit allows."""
    if waited < limit:
        return False
    return worked >= limit or worked < waited * IDLE or waited > limit * BUSIEST
