"""LG590: using the layer ends the process, by itself or by what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Losses
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG590",
    name="takes-the-process-down",
    severity="error",
    says="The process that ran the layer was lost during {probe}: {detail}",
    why="Whatever program uses the layer ends there, with everything that it had not saved.",
    fix="Raise an exception instead of ending the process, and bound what the layer prints and allocates.",
)
FIRST_STEPS = ("import", "drive", "construct", "build", "symbolic", "eager")


def judge(losses: Losses) -> Iterator[Finding | NotApplicable]:
    for lost in losses.lost:
        # Later probes compile and reload: there a crash may be the framework's own. Nobody but the layer calls exit.
        took_all = lost.how in ("memory", "output")
        if lost.how == "exit" or (lost.probe in FIRST_STEPS and (took_all or lost.crashed)):
            yield RULE.finding(line=lost.line, probe=_plain(lost.probe), detail=lost.detail)
            return


def _plain(probe: str) -> str:
    return {"drive": "the first calls", "import": "the import of the file"}.get(
        probe, f"the probe {probe!r}"
    )
