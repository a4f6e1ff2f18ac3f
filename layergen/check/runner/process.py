"""Talks to the server process of one backend: starts it, sends jobs, hears how they ended."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# One thread an operation: several children share the machine, and a forked process has no thread pool to inherit.
ENVIRONMENT = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_NUM_INTRAOP_THREADS": "1",
    "TF_NUM_INTEROP_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "CUDA_VISIBLE_DEVICES": "-1",
    "JAX_PLATFORMS": "cpu",
    # JAX compiles each operation, and again in each process: quickly, and once for all children of a run.
    "JAX_DISABLE_MOST_OPTIMIZATIONS": "1",
    "JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS": "0",
    "JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES": "-1",
    "PYTHONHASHSEED": "0",
    "PYTHONUNBUFFERED": "1",
    "PYTHONDONTWRITEBYTECODE": "1",  # a check leaves nothing in the user's folders
}


@dataclass
class ServerProcess:
    """A backend's server, from the parent's side."""

    backend: str
    process: subprocess.Popen[bytes]
    log: Any
    versions: dict[str, str] | None = None  # set when it is ready
    failed: str | None = None  # set when it cannot be used
    running: set[int] = field(default_factory=set)
    unread: bytes = b""

    @classmethod
    def start(cls, backend: str, folder: Path) -> ServerProcess:
        """`folder` is there for as long as the run is: what the children share lies in it, and what they leave."""
        log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        command = [sys.executable, "-m", "layergen.check.probes.server"]
        # A child that is ended removes no file of its own: TensorFlow's and PyTorch's go with the folder.
        left = folder / "left"
        left.mkdir(exist_ok=True)
        shared = {
            "KERAS_BACKEND": backend,
            "JAX_COMPILATION_CACHE_DIR": str(folder / "compiled"),
            "TMPDIR": str(left),
        }
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env={**os.environ, **ENVIRONMENT, **shared},
            # A session of its own: Ctrl-C in the terminal reaches the parent alone, which then ends everything.
            start_new_session=True,
        )
        os.set_blocking(process.stdout.fileno(), False)
        return cls(backend, process, log)

    def send(self, number: int, path: str) -> None:
        with contextlib.suppress(
            BrokenPipeError
        ):  # a dead server is noticed where its answers are read
            self.process.stdin.write(json.dumps({"number": number, "path": path}).encode() + b"\n")
            self.process.stdin.flush()

    def read(self) -> list[dict[str, Any]]:
        """What the server said since the last time; sets `failed` where it died."""
        try:
            more = os.read(self.process.stdout.fileno(), 65536)
        except BlockingIOError:
            return []
        if not more:
            self.failed = (
                self.failed or f"the process of backend {self.backend!r} ended: {self.last_words()}"
            )
            return []
        *lines, self.unread = (self.unread + more).split(b"\n")
        said = [json.loads(line) for line in lines]
        for line in said:
            self.versions = line.get("ready", self.versions)
            if "failed" in line:
                self.failed = (
                    f"Keras with backend {self.backend!r} cannot be imported: {line['failed']}"
                )
        return said

    def last_words(self) -> str:
        self.log.seek(0)
        lines = self.log.read().decode(errors="replace").strip().splitlines()
        return lines[-1][:300] if lines else f"status {self.process.poll()}"

    def close(self) -> None:
        """Ends the server, which ends its children."""
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        try:
            self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.log.close()
