"""What the children of one pairing wrote down, all together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from layergen.check.runner.plan import Pairing

if TYPE_CHECKING:
    from layergen.check.evidence import Lost

NOT_INSTALLED = ("ModuleNotFoundError", "ImportError")


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

    @property
    def lasting(self) -> bool:
        """Whether another time would give the same: how busy the machine was and what was not installed are no facts of the layer."""
        if self.failed or any(lost.how in ("time", "busy", "memory") for lost in self.losses):
            return False
        records = [line.get("record") for line in self.lines]
        parts = [part for one in records if isinstance(one, dict) for part in one.values()]
        parts += [line.get("raised") for line in self.lines]
        return not any(
            isinstance(part, dict) and (part.get("lost") or part.get("type") in NOT_INSTALLED)
            for part in parts
        )
