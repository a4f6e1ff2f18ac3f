"""The process of one backend: imports Keras once, then forks a child for each job that comes on its standard input."""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from layergen.check.job import Job

FORK_IS_SAFE = sys.platform.startswith("linux")
SUBREAPER, DEATH_SIGNAL = 36, 1  # of Linux's prctl


class Server:
    """Starts children, tells the parent how each ended, kills what they leave."""

    def __init__(self, answers: int) -> None:
        self.answers = answers
        self.children: dict[int, int] = {}  # process → job number
        self.doomed: set[int] = set()  # killed; on a busy machine one may be seen once more

    def say(self, **line: Any) -> None:
        os.write(self.answers, (json.dumps(line) + "\n").encode())

    def start(self, number: int, path: str) -> None:
        if FORK_IS_SAFE:
            child = os.fork()
            if not child:
                _become_child(path, self.answers)
        else:
            child = subprocess.Popen(
                [sys.executable, "-m", "layergen.check.probes.child", path]
            ).pid
        self.children[child] = number
        self.say(started=number, pid=child)

    def reap(self) -> None:
        """Reports children that ended, and kills whatever of theirs is still running."""
        while self.children:
            try:
                ended, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not ended:
                return
            if ended in self.children:
                kill_group(ended)
                left = _kill_adopted(set(self.children), ended, self.doomed)
                code = os.waitstatus_to_exitcode(status)
                self.say(ended=self.children.pop(ended), status=code, left=left)

    def serve(self) -> None:
        """Until the parent closes the line: jobs in, endings out."""
        wake_read, wake_write = os.pipe()
        os.set_blocking(wake_write, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        os.set_blocking(0, False)
        waiting = b""
        while True:
            ready, _, _ = select.select([0, wake_read], [], [], 1.0)
            if wake_read in ready:
                os.read(wake_read, 4096)
            self.reap()
            if 0 in ready:
                more = os.read(0, 65536)
                if not more:
                    break
                *lines, waiting = (waiting + more).split(b"\n")
                for line in lines:
                    self.start(**json.loads(line))
        for child in self.children:
            kill_group(child)
        _kill_adopted(set(), 0, self.doomed)


def kill_group(leader: int) -> None:
    """Ends a child and everything that it started and that kept its process group."""
    for ending in (os.killpg, os.kill):
        try:
            ending(leader, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            continue


def _become_child(path: str, answers: int) -> None:
    """The forked side: cut every tie to the server, then do the job. Never returns."""
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.setsid()
        _prctl(DEATH_SIGNAL, signal.SIGKILL)
        os.closerange(3, answers + 16)
        from layergen.check.probes.child import run

        with open(path, encoding="utf-8") as file:
            run(msgspec.convert(json.load(file), Job), forked=True)
        os._exit(0)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(70)


def _kill_adopted(keep: set[int], group: int, doomed: set[int]) -> int:
    """Ends processes that left their layer's group, and were adopted by this one when it died; how many there were."""
    count = 0
    for entry in Path("/proc").glob("[0-9]*/stat") if Path("/proc").is_dir() else ():
        try:
            state, parent, leader = entry.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError, IndexError):
            continue
        process = int(entry.parent.name)
        # What is still in the group of another child that ended just now goes with that one.
        own = process not in keep and (int(leader) == group or int(leader) not in keep)
        if int(parent) == os.getpid() and own:
            kill_group(process)
            count += state != "Z" and int(leader) != group and process not in doomed
            doomed.add(process)
    return count


def _prctl(option: int, value: int) -> None:
    if FORK_IS_SAFE:
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def main() -> None:
    answers = os.dup(1)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    _prctl(SUBREAPER, 1)
    server = Server(answers)
    started = time.monotonic()
    try:
        versions = _import_keras()
    except BaseException as error:
        server.say(failed=f"{type(error).__name__}: {error}")
        return
    server.say(ready=versions, seconds=time.monotonic() - started)
    server.serve()


def _import_keras() -> dict[str, str]:
    """Imports Keras with its backend, and the modules that every child needs; nothing is computed before the forks."""
    import keras

    from layergen.check.probes import ORDER
    from layergen.check.probes.lean import run_operations_plainly

    run_operations_plainly()
    for name in ("child", "subject", "drive", *(row.name for row in ORDER)):
        importlib.import_module(f"layergen.check.probes.{name}")
    gc.collect()
    gc.freeze()  # the children share these pages until they write to them

    backend = keras.backend.backend()
    versions = {"keras": keras.__version__}
    versions[backend] = sys.modules[backend].__version__ if backend in sys.modules else ""
    return versions


if __name__ == "__main__":
    main()
