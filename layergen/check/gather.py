"""Turns what the children wrote into evidence for the judge, and a pairing's evidence into a run of the report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from layergen.check.evidence import Drive, Imported, LeftBehind, Losses, OtherRuns, Raised, Source
from layergen.check.find import Target
from layergen.check.judge import Evidence, judge
from layergen.check.probes import ORDER
from layergen.check.registry import RegisteredRule
from layergen.check.result import Driven, Run
from layergen.check.runner.gathered import Gathered

FRAME = {"import": Imported, "drive": Drive, "left": LeftBehind}
RECORDS: dict[str, type] = {**FRAME, **{row.name: row.record for row in ORDER}}
AFTER = {"drive": "import", "left": "eager", **{row.name: row.after or "drive" for row in ORDER}}


def source_of(target: Target) -> Source:
    text = Path(target.place.file).read_text(encoding="utf-8-sig")
    return Source(target.path, text, target.class_name, target.line, target.end_line)


def evidence_of(gathered: Gathered) -> Evidence:
    """Records by type; for each one missing, the probe that is to blame."""
    found: dict[type, Any] = {
        Source: source_of(gathered.pairing.target),
        Losses: Losses(gathered.losses),
    }
    failures: dict[str, str] = {}
    for line in gathered.lines:
        name = line["probe"]
        if "raised" in line:
            failures[name] = f"{name}: {_said(msgspec.convert(line['raised'], Raised))}"
            continue
        record = msgspec.convert(line["record"], RECORDS[name], strict=False)
        found[RECORDS[name]] = record
        stopped = getattr(record, "raised", None)
        if stopped is not None and not (name == "drive" and record.usable):
            failures[name] = f"{name}: {_said(stopped)}"
        elif name == "drive" and not record.usable:
            failures[name] = "drive: no arguments and inputs were found with which the layer works"
    if gathered.left and LeftBehind in found:
        before = found[LeftBehind]
        found[LeftBehind] = LeftBehind(before.threads, before.processes + gathered.left)
    failures.update({loss.probe: f"{loss.probe}: {loss.detail}" for loss in gathered.losses})
    if gathered.failed:
        failures["import"] = gathered.failed
    missing = {kind: _blame(name, failures) for name, kind in RECORDS.items() if kind not in found}
    return Evidence(found, missing)


def run_of(gathered: Gathered, seen: Evidence, rules: Sequence[RegisteredRule]) -> Run:
    """The judged run of one layer on one backend."""
    outcomes, findings = judge(rules, seen)
    drive: Drive | None = seen.records.get(Drive)
    return Run(
        backend=gathered.pairing.backend,
        versions=gathered.versions,
        seconds=round(gathered.seconds, 3),
        driven=driven_of(drive) if drive is not None and drive.usable else None,
        outcomes=outcomes,
        findings=findings,
        tried=drive.tried if drive is not None else (),
        cached=gathered.cached,
        in_part=seen.records.get(Imported, Imported()).in_part,
    )


def with_others(seen: Mapping[str, Evidence]) -> dict[str, Evidence]:
    """One layer's evidence by backend, each with what the other backends saw."""
    return {
        backend: Evidence(
            {
                **one.records,
                OtherRuns: OtherRuns(
                    backend,
                    {name: dict(other.records) for name, other in seen.items() if name != backend},
                ),
            },
            one.missing,
        )
        for backend, one in seen.items()
    }


def driven_of(drive: Drive) -> Driven:
    """The drive as the report shows it, with the flags that pin it."""
    structures = list(drive.arguments.values())
    flags = [f"--init '{json.dumps(drive.init)}'"] if drive.init else []
    for name, structure in drive.arguments.items():
        named = f"{name}=" if len(structures) > 1 else ""
        flags.append(f"--input '{named}{json.dumps(structure)}'")
    if drive.call:
        flags.append(f"--call '{json.dumps(drive.call)}'")
    return Driven(drive.how, drive.init, structures, dict(drive.call), " ".join(flags))


def _blame(name: str, failures: Mapping[str, str]) -> str:
    """Why a probe has no record: its own failure, or that of a probe that it builds on."""
    seen = name
    while seen is not None:
        if seen in failures:
            return failures[seen]
        seen = AFTER.get(seen)
    return f"{name}: was not run"


def _said(raised: Raised) -> str:
    message = raised.message.strip().splitlines()
    return f"{raised.type}: {message[0][:200]}" if message else raised.type
