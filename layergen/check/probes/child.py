"""What one child process does: import the user's file, drive the layer, run the probes, write the evidence."""

from __future__ import annotations

import faulthandler
import importlib
import json
import os
import resource
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from layergen.check.evidence import Drive, Imported, LeftBehind, Source
from layergen.check.job import Job
from layergen.check.probes import ORDER, WITH_OPTIONAL, Row, fresh
from layergen.check.probes.journal import Journal
from layergen.check.probes.lean import keep_tensorflow_out, let_tensorflow_in_again
from layergen.check.probes.load import load_class
from layergen.check.probes.raised import FileUnderCheck, attempt, raised

LARGEST_FILE = 2**30
# Later probes train and compile, and so start threads that are the framework's.
LAST_PLAIN_CALL = "eager"


def run(job: Job, *, forked: bool) -> None:
    """Runs all probes of a job that are not in `job.done`, in the order of play."""
    _take_over_output(job)
    journal = Journal(job.evidence)
    if forked:
        fresh.start_nursery()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE, LARGEST_FILE))
    FileUnderCheck.path = job.place.file
    crash_file = open(
        job.crash, "a"
    )  # noqa: SIM115 - has to stay open for as long as the process lives
    faulthandler.enable(crash_file)
    layer_class = _import(job, journal)
    if layer_class is not None:
        drive = _drive(job, journal, layer_class, crash_file)
        if drive is not None and drive.usable:
            _probe_all(job, journal, layer_class, drive, crash_file)
    journal.write(end=True)


def _import(job: Job, journal: Journal) -> type | None:
    journal.write(begin="import")
    started = time.monotonic()
    keep_tensorflow_out(job.place)
    try:
        layer_class, in_part = load_class(job.place, job.class_name)
        let_tensorflow_in_again()
        record = Imported(in_part=in_part)
    except BaseException as error:
        layer_class, record = None, Imported(raised=raised(error))
    journal.write(probe="import", seconds=time.monotonic() - started, record=record)
    return layer_class


def _drive(job: Job, journal: Journal, layer_class: type, crash_file: Any) -> Drive | None:
    if job.drive is not None:
        return msgspec.convert(job.drive, Drive)
    from layergen.check.probes.drive import drive

    journal.write(begin="drive")
    faulthandler.dump_traceback_later(job.timeout * 2 * 0.9, repeat=True, file=crash_file)
    started = time.monotonic()
    try:
        record = drive(layer_class, job)
    except BaseException as error:
        journal.write(probe="drive", seconds=time.monotonic() - started, raised=raised(error))
        return None
    finally:
        faulthandler.cancel_dump_traceback_later()
    journal.write(probe="drive", seconds=time.monotonic() - started, record=record)
    return record


def _probe_all(
    job: Job, journal: Journal, layer_class: type, drive: Drive, crash_file: Any
) -> None:
    """All probes with the plain drive, then those that look at inputs with the optional tensors given too."""
    from layergen.check.probes.subject import Subject

    source = Source(
        job.place.file,
        Path(job.place.file).read_text("utf-8-sig"),
        job.class_name,
        job.line,
        job.end_line,
    )
    subject = Subject(layer_class, drive, source, job.place, Path(job.folder))
    _probe(job, journal, subject, ORDER, crash_file)
    if drive.fuller is not None:
        kept = {
            row.record: subject.seen[row.record]
            for row in ORDER
            if not row.of_inputs and row.record in subject.seen
        }
        subject = replace(subject, drive=drive.fuller, seen=kept)
        rows = tuple(row for row in ORDER if row.of_inputs)
        _probe(job, journal, subject, rows, crash_file, WITH_OPTIONAL)


def _probe(
    job: Job, journal: Journal, subject: Any, rows: tuple[Row, ...], crash_file: Any, turn: str = ""
) -> None:
    before = {thread.ident for thread in threading.enumerate()}
    seen = subject.seen
    for row in rows:
        name = row.name + turn
        if name in job.done:
            if job.done[name] is not None:
                seen[row.record] = msgspec.convert(job.done[name], row.record)
            continue
        if (job.probes and row.name not in job.probes) or not _ready(row, seen):
            continue
        journal.write(begin=name)
        faulthandler.dump_traceback_later(job.timeout * 0.9, repeat=True, file=crash_file)
        started = time.monotonic()
        result: dict[str, Any] = {}
        try:
            result["record"] = importlib.import_module(f"layergen.check.probes.{row.name}").probe(
                subject
            )
            seen[row.record] = result["record"]
        except BaseException as error:
            result["raised"] = raised(error)
        faulthandler.cancel_dump_traceback_later()
        written = attempt(journal.write, probe=name, seconds=time.monotonic() - started, **result)
        if written is not None:
            journal.write(probe=name, seconds=0.0, raised=written)
        if name == LAST_PLAIN_CALL:
            threads = [one.name for one in threading.enumerate() if one.ident not in before]
            left = LeftBehind(tuple(threads), _left_processes())
            journal.write(probe="left", seconds=0.0, record=left)


def _row(name: str) -> Row:
    return next(row for row in ORDER if row.name == name)


def _ready(row: Row, seen: dict[type, Any]) -> bool:
    """Whether the probe that this one builds on went well."""
    if row.after is None:
        return True
    record = seen.get(_row(row.after).record)
    return record is not None and getattr(record, "raised", None) is None


def _take_over_output(job: Job) -> None:
    """stdout and stderr belong to the layer under test: it may print. Both go to a file."""
    output = os.open(job.output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.close(output)
    os.close(nothing)
    os.makedirs(job.folder, exist_ok=True)
    os.chdir(job.folder)  # what a layer writes by a relative path lands in the scratch folder


def _left_processes() -> int:
    """Processes in this child's group besides itself and its nursery."""
    count = 0
    for entry in Path("/proc").glob("[0-9]*/stat") if Path("/proc").is_dir() else ():
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if (
            fields[0] != "Z"
            and int(fields[2]) == os.getpgrp()
            and int(entry.parent.name) != os.getpid()
        ):
            count += 1
    return max(count - (1 if fresh.Nursery.line is not None else 0), 0)


if __name__ == "__main__":
    os.setsid() if hasattr(os, "setsid") else None
    with open(sys.argv[1], encoding="utf-8") as file:
        run(msgspec.convert(json.load(file), Job), forked=False)
    os._exit(0)
