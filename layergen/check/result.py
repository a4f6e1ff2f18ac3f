"""What a check says of a layer: findings, outcomes, and the report that holds them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Literal

ERROR = "error"
WARNING = "warning"

PASSED = "passed"
FOUND = "found"
NOT_APPLICABLE = "not-applicable"
BLOCKED = "blocked"


@dataclass(frozen=True)
class Finding:
    """One fault or risk, told once, with its cause, its line and its fix."""

    rule: str
    name: str
    severity: Literal["error", "warning"]
    message: str
    fix: str
    line: int | None = None
    raised: str | None = None  # the exception that the message tells: two findings of one are one


@dataclass(frozen=True)
class Outcome:
    """What became of one rule on one layer; `reason` is set for not-applicable and blocked."""

    rule: str
    outcome: Literal["passed", "found", "not-applicable", "blocked"]
    reason: str | None = None


@dataclass(frozen=True)
class Driven:
    """How the layer was constructed and called, and the line that pins it."""

    how: str  # spec, flags, pyproject, docstring, inferred
    init: dict[str, Any]
    inputs: list[Any]  # {"shape": [...], "dtype": "..."} each, nested as the layer takes them
    call: dict[str, Any] = field(default_factory=dict)  # further keywords of the call
    pin: str = ""  # the command-line flags that repeat this drive
    optional: dict[str, Any] = field(
        default_factory=dict
    )  # tensors by name that were given in a second turn


@dataclass(frozen=True)
class Run:
    """One layer on one backend. `driven` is None where no way to build and call it was found."""

    backend: str
    versions: dict[str, str]
    seconds: float
    driven: Driven | None
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    tried: tuple[str, ...] = ()  # where nothing worked: the attempts and how each ended
    cached: bool = False
    in_part: bool = (
        False  # only that part of the file was run which the class needs: it is a script
    )
    start_from: str = ""  # where nothing worked: the flags of the attempt that came furthest


@dataclass(frozen=True)
class LayerReport:
    """All runs of one layer class."""

    target: str  # path/layer.py::MyLayer
    file: str
    class_name: str
    line: int
    runs: tuple[Run, ...]
    skipped: str | None = None  # why this class is no layer to check (abstract, a model, ...)


@dataclass(frozen=True)
class Report:
    """Everything one check saw, over all layers and backends."""

    layers: tuple[LayerReport, ...]
    strict: bool = False
    problems: tuple[str, ...] = ()  # what could not be checked at all: files that do not parse, ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(f for layer in self.layers for run in layer.runs for f in run.findings)

    @property
    def counts(self) -> Counter[str]:
        """Number of outcomes of each kind, over all layers and runs."""
        return Counter(
            o.outcome for layer in self.layers for run in layer.runs for o in run.outcomes
        )

    @property
    def exit_status(self) -> int:
        """0 clean, 1 findings, 3 no finding, but something could not be checked."""
        severities = {f.severity for f in self.findings}
        if ERROR in severities or (self.strict and severities):
            return 1
        undriven = any(run.driven is None for layer in self.layers for run in layer.runs)
        return 3 if self.problems or undriven or self.unjudged else 0

    @property
    def unjudged(self) -> int:
        """Blocked rules whose cause is not told as a finding: those could not be checked."""
        outcomes = [o for layer in self.layers for run in layer.runs for o in run.outcomes]
        return sum(
            o.outcome == BLOCKED and not (o.reason or "").startswith("explained by ")
            for o in outcomes
        )
