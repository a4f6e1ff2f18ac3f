"""Runs the planned pairs of layer and backend in child processes and gathers their evidence."""

from __future__ import annotations

import selectors
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import msgspec

from layergen.check.evidence import Lost
from layergen.check.job import DriveHint, Job
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.limits import Limits
from layergen.check.runner.plan import Pairing
from layergen.check.runner.process import ServerProcess
from layergen.check.runner.watch import Watch

GLANCE = 0.04  # seconds between two looks at the running children
MOST_LOSSES = 4  # after so many lost probes a layer is given up


@dataclass
class Work:
    """One pairing on its way: the children that it has had so far."""

    number: int
    pairing: Pairing
    hint: DriveHint | None
    started: float = 0.0
    lines: list[dict[str, Any]] = field(default_factory=list)
    losses: list[Lost] = field(default_factory=list)
    watch: Watch | None = None
    alone: bool = (
        False  # the server died while this one ran, among others: it is run again by itself
    )
    orphaned: bool = False
    attempts: int = 0
    left: int = 0  # processes that it left running, ended since


class Runner:
    """All servers and children of one check. Use it as a context: leaving it leaves no process and no file behind."""

    def __init__(self, limits: Limits, jobs: int, probes: tuple[str, ...] = ()) -> None:
        self.limits, self.jobs, self.probes = limits, jobs, probes
        self.servers: dict[str, ServerProcess] = {}
        self.selector = selectors.DefaultSelector()
        self.folder = Path(tempfile.mkdtemp(prefix="layergen-"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for server in self.servers.values():
            server.close()
        self.selector.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(
        self,
        pairings: Sequence[Pairing],
        hints: Mapping[Pairing, DriveHint | None],
        progress: Callable[[str, str, str], None] | None = None,
    ) -> Iterator[Gathered]:
        """Evidence of each pairing as it comes in."""
        waiting = [
            Work(number, pairing, hints.get(pairing)) for number, pairing in enumerate(pairings)
        ]
        running: dict[int, Work] = {}
        for backend in dict.fromkeys(pairing.backend for pairing in pairings):
            self._server(backend)
        while waiting or running:
            for work in list(waiting):
                server = self.servers[work.pairing.backend]
                if server.failed:
                    waiting.remove(work)
                    yield self._finished(work, server, failed=server.failed)
                elif server.versions and self._may_begin(work, running):
                    waiting.remove(work)
                    running[work.number] = work
                    work.started = work.started or time.monotonic()
                    self._begin(work, server)
            for work, status in self._step(running, progress):
                del running[work.number]
                if self._continues(work, status):
                    waiting.insert(0, work)
                else:
                    yield self._finished(work, self.servers[work.pairing.backend])

    def _may_begin(self, work: Work, running: Mapping[int, Work]) -> bool:
        if work.alone or any(other.alone for other in running.values()):
            return not running
        return len(running) < self.jobs

    def _server(self, backend: str) -> ServerProcess:
        server = ServerProcess.start(backend, self.folder)
        self.servers[backend] = server
        self.selector.register(server.process.stdout, selectors.EVENT_READ, server)
        return server

    def _begin(self, work: Work, server: ServerProcess) -> None:
        """Writes the job file and hands it to the server."""
        folder = self.folder / f"{work.number}-{len(work.losses)}-{work.attempts}"
        folder.mkdir()
        target = work.pairing.target
        drive = next(
            (
                line["record"]
                for line in work.lines
                if line["probe"] == "drive" and "record" in line
            ),
            None,
        )
        done = {
            line["probe"]: line.get("record")
            for line in work.lines
            if line["probe"] not in ("drive", "import", "left")
        }
        done.update({loss.probe: None for loss in work.losses})
        job = Job(
            place=target.place,
            class_name=target.class_name,
            line=target.line,
            end_line=target.end_line,
            evidence=str(folder / "evidence"),
            output=str(folder / "output"),
            crash=str(folder / "crash"),
            folder=str(self.folder / f"{work.number}-files"),
            timeout=self.limits.seconds,
            hint=work.hint,
            drive=drive,
            done=done,
            probes=self.probes,
        )
        path = folder / "job.json"
        path.write_bytes(msgspec.json.encode(job))
        work.watch = Watch(job, self.limits)
        server.send(work.number, str(path))
        server.running.add(work.number)

    def _step(
        self, running: Mapping[int, Work], progress: Callable[[str, str, str], None] | None
    ) -> list[tuple[Work, int]]:
        """Waits a little, looks at every child, and returns those that ended."""
        ended: list[tuple[Work, int]] = []
        for key, _ in self.selector.select(GLANCE):
            server: ServerProcess = key.data
            for line in server.read():
                if "started" in line:
                    running[line["started"]].watch.process = line["pid"]
                elif "ended" in line:
                    server.running.discard(line["ended"])
                    running[line["ended"]].left += line["left"]
                    ended.append((running[line["ended"]], line["status"]))
            if server.failed:
                self.selector.unregister(server.process.stdout)
                ended += self._server_died(server, running)
        for work in running.values():
            before = work.watch.begun
            work.watch.look()
            if progress and work.watch.begun and work.watch.begun != before:
                progress(work.pairing.target.label, work.pairing.backend, work.watch.begun)
        return ended

    def _server_died(
        self, server: ServerProcess, running: Mapping[int, Work]
    ) -> list[tuple[Work, int]]:
        """A layer killed the server: its children are lost, and a new server takes the rest."""
        lost = [running[number] for number in server.running]
        had_worked = server.versions is not None
        for work in lost:
            work.orphaned = True
            if work.watch.process:
                work.watch.end("signal", "the layer killed the process that started it")
        server.close()
        if had_worked:
            self._server(server.backend)
        return [(work, -9) for work in lost]

    def _continues(self, work: Work, status: int) -> bool:
        """Takes in what an ended child wrote; whether another child should go on with the probes after it."""
        work.watch.read()
        if work.orphaned and not work.alone:
            # One of several killed the server, and which one cannot be told: each runs again, by itself.
            work.alone, work.orphaned, work.attempts = True, False, work.attempts + 1
            return True
        fresh = work.watch.lines
        known = {line["probe"] for line in work.lines}
        work.lines += [
            line for line in fresh if line["probe"] not in known or line["probe"] == "left"
        ]
        loss = work.watch.loss(status)
        if loss is None:
            return False
        work.losses.append(loss)
        driven = any(line["probe"] == "drive" for line in work.lines)
        return (
            driven
            and loss.probe not in ("import", "drive", "between probes")
            and len(work.losses) < MOST_LOSSES
        )

    def _finished(self, work: Work, server: ServerProcess, failed: str | None = None) -> Gathered:
        shutil.rmtree(self.folder / f"{work.number}-files", ignore_errors=True)
        return Gathered(
            work.pairing,
            tuple(work.lines),
            tuple(work.losses),
            dict(server.versions or {}),
            time.monotonic() - work.started if work.started else 0.0,
            failed,
            work.left,
        )
