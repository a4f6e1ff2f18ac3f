"""Turns what the children wrote into evidence for the judge, and a pairing's evidence into a run of the report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from layergen.check.evidence import Drive, Imported, LeftBehind, Losses, OtherRuns, Raised, Source
from layergen.check.find import Target
from layergen.check.judge import Evidence, completed, judge
from layergen.check.probes import ORDER, WITH_OPTIONAL
from layergen.check.registry import RegisteredRule
from layergen.check.result import Driven, Run
from layergen.check.runner.gathered import Gathered

FRAME = {"import": Imported, "drive": Drive, "left": LeftBehind}
RECORDS: dict[str, type] = {**FRAME, **{row.name: row.record for row in ORDER}}
AFTER = {"drive": "import", "left": "eager", **{row.name: row.after or "drive" for row in ORDER}}


# What the second turn of a layer with optional tensors takes over from the first.
SHARED = {*FRAME, *(row.name for row in ORDER if not row.of_inputs)}


def source_of(target: Target) -> Source:
    text = Path(target.place.file).read_text(encoding="utf-8-sig")
    return Source(target.path, text, target.class_name, target.line, target.end_line)


def evidence_of(gathered: Gathered, turn: str = "") -> Evidence:
    """Records by type of one turn of the probes; for each one missing, the probe that is to blame."""
    found: dict[type, Any] = {
        Source: source_of(gathered.pairing.target),
        Losses: Losses(gathered.losses),
    }
    failures: dict[str, str] = {}
    for line in gathered.lines:
        name = _in_turn(line["probe"], turn)
        if name is None:
            continue
        if "raised" in line:
            failures[name] = f"{name}: {_said(msgspec.convert(line['raised'], Raised))}"
            continue
        record = msgspec.convert(line["record"], RECORDS[name], strict=False)
        if turn and name == "drive":
            record = record.fuller
        found[RECORDS[name]] = record
        stopped = getattr(record, "raised", None)
        if stopped is not None and not (name == "drive" and record.usable):
            failures[name] = f"{name}: {_said(stopped)}"
        elif name == "drive" and not record.usable:
            failures[name] = "drive: no arguments and inputs were found with which the layer works"
    if gathered.left and LeftBehind in found:
        before = found[LeftBehind]
        found[LeftBehind] = LeftBehind(before.threads, before.processes + gathered.left)
    for loss in gathered.losses:
        if (name := _in_turn(loss.probe, turn)) is not None:
            failures[name] = f"{loss.probe}: {loss.detail}"
    if gathered.failed:
        failures["import"] = gathered.failed
    missing = {kind: _blame(name, failures) for name, kind in RECORDS.items() if kind not in found}
    return Evidence(found, missing)


def _in_turn(probe: str, turn: str) -> str | None:
    """The plain name of a probe that belongs to this turn, None for one that does not."""
    if probe.endswith(WITH_OPTIONAL):
        return probe.removesuffix(WITH_OPTIONAL) if turn else None
    return probe if not turn or probe in SHARED else None


def has_second_turn(gathered: Gathered) -> bool:
    """Whether the layer was probed with its optional tensors too."""
    return any(line["probe"].endswith(WITH_OPTIONAL) for line in gathered.lines)


def run_of(
    gathered: Gathered,
    seen: Evidence,
    rules: Sequence[RegisteredRule],
    fuller: Evidence | None = None,
) -> Run:
    """The judged run of one layer on one backend; `fuller` is what was seen with its optional tensors given."""
    outcomes, findings = judge(rules, seen)
    drive: Drive | None = seen.records.get(Drive)
    if fuller is not None:
        outcomes, findings = completed(
            (outcomes, findings), judge(rules, fuller), tuple(drive.optional)
        )
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
        start_from=pin_of(drive) if drive is not None and not drive.usable else "",
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
    """The drive as the report shows it."""
    return Driven(
        drive.how,
        drive.init,
        list(drive.arguments.values()),
        dict(drive.call),
        pin_of(drive),
        dict(drive.optional),
    )


def pin_of(drive: Drive) -> str:
    """The flags that drive a layer in this way."""
    flags = [f"--init '{json.dumps(drive.init)}'"] if drive.init else []
    for name, structure in drive.arguments.items():
        named = f"{name}=" if len(drive.arguments) > 1 else ""
        flags.append(f"--input '{named}{json.dumps(structure)}'")
    if drive.call:
        flags.append(f"--call '{json.dumps(drive.call)}'")
    return " ".join(flags)


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
