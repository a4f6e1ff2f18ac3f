"""The findings of a layer's runs put together: what several backends agree on is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from layergen.check.result import (
    BLOCKED,
    ERROR,
    FOUND,
    NOT_APPLICABLE,
    PASSED,
    Finding,
    LayerReport,
    Report,
)

# The families in the order in which one fault leads to the next: written, constructed, built, called, ...
FAMILY_ORDER = "0145236789"


@dataclass(frozen=True)
class Told:
    """One finding with the backends that showed it."""

    finding: Finding
    backends: tuple[str, ...]
    everywhere: bool  # on each backend that the layer was run on


def merged(layer: LayerReport) -> tuple[Told, ...]:
    """A layer's findings, errors first, causes before effects."""
    groups: dict[tuple[str, int | None, str], list[tuple[str, Finding]]] = {}
    for run in layer.runs:
        seen: Counter[tuple[str, int | None]] = Counter()
        for finding in run.findings:
            # Values in a message may differ between backends: the n-th finding of a rule on a line is the same one.
            place = (finding.rule, finding.line)
            groups.setdefault((*place, str(seen[place])), []).append((run.backend, finding))
            seen[place] += 1
    told = [
        Told(found[0][1], tuple(backend for backend, _ in found), len(found) == len(layer.runs))
        for found in groups.values()
    ]
    return tuple(sorted(told, key=_order))


def _order(told: Told) -> tuple:
    finding = told.finding
    family = FAMILY_ORDER.find(finding.rule[2:3])
    return finding.severity != ERROR, family, finding.rule, finding.line or 0


def findings_told(report: Report) -> tuple[tuple[LayerReport, Told], ...]:
    """All findings of a report, each once for the file that it stands in (two classes may share a base or an import)."""
    seen = set()
    found = []
    for layer in report.layers:
        for told in merged(layer):
            finding = told.finding
            key = (layer.file, finding.rule, finding.line or layer.line, finding.message)
            if key not in seen:
                seen.add(key)
                found.append((layer, told))
    return tuple(found)


def undriven(layer: LayerReport) -> tuple[str, ...]:
    """The backends on which no way was found to build and call a layer."""
    return tuple(run.backend for run in layer.runs if run.driven is None)


OUTCOMES = {
    PASSED: "passed",
    FOUND: "found",
    NOT_APPLICABLE: "not applicable",
    BLOCKED: "blocked",
}


def counted(counts: Counter[str]) -> str:
    """`41 passed, 1 found, 6 not applicable, 0 blocked`."""
    return ", ".join(f"{counts[outcome]} {word}" for outcome, word in OUTCOMES.items())


def severities(findings: Iterable[Finding]) -> str:
    """`1 error and 2 warnings`; empty where there is nothing."""
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in sorted(numbers.items())
    ]
    return " and ".join(parts)


def layer_counts(layer: LayerReport) -> Counter[str]:
    """Outcomes of all runs of one layer."""
    return Counter(outcome.outcome for run in layer.runs for outcome in run.outcomes)
