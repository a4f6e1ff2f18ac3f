"""Which layer is checked on which backend: what is installed, what the file itself binds itself to."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from layergen.check.find import Target
from layergen.errors import LayergenError

BACKENDS = ("tensorflow", "jax", "torch")
BACKEND_IMPORT = re.compile(r"^\s*(?:import|from)\s+(tensorflow|jax|torch)\b", re.MULTILINE)
KERAS_OF_TENSORFLOW = re.compile(
    r"^\s*(?:from|import)\s+tensorflow\.(?:python\.)?keras\b.*$", re.MULTILINE
)


@dataclass(frozen=True)
class Pairing:
    """One run to come."""

    target: Target
    backend: str


def installed_backends() -> tuple[str, ...]:
    """Backends that can be imported, the configured one first."""
    present = [name for name in BACKENDS if find_spec(name) is not None]
    configured = configured_backend()
    return tuple(sorted(present, key=lambda name: (name != configured, BACKENDS.index(name))))


def configured_backend() -> str:
    """What Keras would take by itself: the environment, its configuration file, TensorFlow."""
    if os.environ.get("KERAS_BACKEND"):
        return os.environ["KERAS_BACKEND"]
    folder = os.environ.get("KERAS_HOME") or os.path.expanduser("~/.keras")
    try:
        return json.loads((Path(folder) / "keras.json").read_text(encoding="utf-8"))["backend"]
    except (OSError, ValueError, KeyError, TypeError):
        return "tensorflow"


def plan(targets: Sequence[Target], backends: Sequence[str] | None) -> tuple[Pairing, ...]:
    """Each layer on each backend that was asked for; by itself, on all that are installed and that its file allows."""
    if os.name == "nt":
        raise LayergenError(
            "layers are checked in POSIX processes: on Windows, run layergen in WSL (`new --no-check` works everywhere)",
            exit_status=3,
        )
    present = installed_backends()
    for name in backends or ():
        if name not in BACKENDS:
            raise LayergenError(f"backend {name!r} is none of {', '.join(BACKENDS)}")
        if name not in present:
            raise LayergenError(
                f"backend {name!r} is not installed; there is {', '.join(present) or 'none'}"
            )
    if not present:
        raise LayergenError("no backend is installed: Keras needs tensorflow, jax or torch")
    pairings = []
    for target in targets:
        if target.skipped is None:
            chosen = backends or [name for name in present if name in _allowed(target, present)]
            pairings += [Pairing(target, name) for name in chosen]
    return tuple(pairings)


def _allowed(target: Target, present: Sequence[str]) -> Sequence[str]:
    """A file that imports one backend openly is meant for that one."""
    text = Path(target.place.file).read_text(encoding="utf-8-sig")
    named = set(BACKEND_IMPORT.findall(KERAS_OF_TENSORFLOW.sub("", text)))
    if KERAS_OF_TENSORFLOW.search(text):
        named.add("tensorflow")
    chosen = [name for name in present if name in named]
    return chosen if len(chosen) == 1 else present


def default_jobs() -> int:
    """As many children at a time as this process may use processors."""
    if hasattr(os, "sched_getaffinity"):
        return max(len(os.sched_getaffinity(0)), 1)
    return os.cpu_count() or 1
