"""What the children of one pairing wrote down, all together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from layergen.check.evidence import Lost
from layergen.check.runner.plan import Pairing


@dataclass(frozen=True)
class Gathered:
    """Everything that is known of one layer on one backend before the rules see it."""

    pairing: Pairing
    lines: tuple[dict[str, Any], ...]  # {"probe", "seconds", "record" or "raised"}
    losses: tuple[Lost, ...]
    versions: dict[str, str]
    seconds: float
    failed: str | None = None  # the backend itself could not be used
    left: int = 0  # processes that were still running after the child had ended
    cached: bool = False
