"""A fresh process with Keras and nothing else, forked before the user's file was imported, ready to reload a layer in."""

from __future__ import annotations

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from typing import Any

from layergen.check.evidence import Lost, Raised
from layergen.check.locate import Place
from layergen.check.patience import BUSIEST, seconds_worked, took_too_long

Ending = tuple[str, str]  # how and the sentence for the report, as in `Lost`


class Failed(Exception):
    """What was asked of the fresh process ended badly; `evidence` says how."""

    def __init__(self, evidence: Raised | Lost) -> None:
        super().__init__(str(evidence))
        self.evidence = evidence


class Nursery:
    """This process's line to its nursery; `line` is None where fork is not safe and a new Python is started instead."""

    line: socket.socket | None = None


def start_nursery() -> None:
    """Forks the process that will fork the fresh ones. Called before anything of the user's is imported."""
    ours, theirs = socket.socketpair()
    if os.fork():
        theirs.close()
        Nursery.line = ours
        return
    ours.close()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    try:
        _serve(theirs)
    finally:
        os._exit(0)


def ask(
    place: Place, class_name: str, function: str, payload: dict[str, Any], timeout: float
) -> dict[str, Any]:
    """Runs a probe's function on the class in a fresh process; see `Subject.in_fresh_process`."""
    handle, path = tempfile.mkstemp(suffix=".json", prefix="layergen-fresh-")
    os.close(handle)
    request = {
        "place": vars(place),
        "class": class_name,
        "function": function,
        "payload": payload,
        "path": path,
    }
    try:
        if Nursery.line is None:
            ending = _spawn(request, timeout)
        else:
            # The nursery watches over the time itself, and waits longer on a busy machine.
            Nursery.line.settimeout(timeout * (BUSIEST + 1))
            Nursery.line.sendall(json.dumps({**request, "timeout": timeout}).encode() + b"\n")
            ending = json.loads(_read_line(Nursery.line))["ending"]
        with open(path, encoding="utf-8") as file:
            text = file.read()
    finally:
        os.unlink(path)
    if not text:
        raise Failed(Lost("fresh process", *ending))
    answer = json.loads(text)
    if "raised" in answer:
        raise Failed(Raised(**answer["raised"]))
    return answer["result"]


def run(request: dict[str, Any]) -> None:
    """What the fresh process does: load the class, call the function, write down what came of it."""
    from layergen.check.probes.journal import plain
    from layergen.check.probes.lean import keep_tensorflow_out, let_tensorflow_in_again
    from layergen.check.probes.load import load_class
    from layergen.check.probes.raised import FileUnderCheck, raised

    place = Place(**request["place"])
    FileUnderCheck.path = place.file
    try:
        module, _, name = request["function"].partition(":")
        function = getattr(importlib.import_module(f"layergen.check.probes.{module}"), name)
        keep_tensorflow_out(place)
        layer_class, _ = load_class(place, request["class"])
        let_tensorflow_in_again()
        answer = {"result": function(layer_class, request["payload"])}
    except BaseException as error:
        answer = {"raised": vars(raised(error))}
    with open(request["path"], "w", encoding="utf-8") as file:
        json.dump(answer, file, default=plain)


def _serve(line: socket.socket) -> None:
    while True:
        text = _read_line(line)
        if not text:
            return
        request = json.loads(text)
        child = os.fork()
        if not child:
            line.close()
            try:
                run(request)
            finally:
                os._exit(0)
        line.sendall(json.dumps({"ending": _wait(child, request["timeout"])}).encode() + b"\n")


def _wait(child: int, timeout: float) -> Ending:
    begun = time.monotonic()
    while not took_too_long(waited := time.monotonic() - begun, 0.0, timeout) or not took_too_long(
        waited, seconds_worked(child), timeout
    ):
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return _ending(os.waitstatus_to_exitcode(status))
        time.sleep(0.005)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "time", f"still running after {waited:.0f} s"


def _ending(code: int) -> Ending:
    if code < 0:
        return "signal", f"killed by {signal.Signals(-code).name}"
    return "exit", f"ended with status {code}"


def _read_line(line: socket.socket) -> str:
    parts = b""
    while not parts.endswith(b"\n"):
        more = line.recv(65536)
        if not more:
            return ""
        parts += more
    return parts.decode()


def _spawn(request: dict[str, Any], timeout: float) -> Ending:
    command = [sys.executable, "-m", "layergen.check.probes.fresh", json.dumps(request)]
    try:
        return (
            "exit",
            f"ended with status {subprocess.run(command, timeout=timeout + 20, check=False).returncode}",
        )
    except subprocess.TimeoutExpired:
        return "time", f"still running after {timeout + 20:g} s"


if __name__ == "__main__":
    run(json.loads(sys.argv[1]))
