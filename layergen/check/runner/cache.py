"""Results of earlier checks, by content: source, layergen, Python, Keras, backend, options. Never a reason to fail."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import msgspec

import layergen
from layergen.check.bases import local_files
from layergen.check.evidence import Lost
from layergen.check.job import DriveHint
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.plan import Pairing

MOST_ENTRIES = 4000
PACKAGES = {"tensorflow": ("tensorflow",), "jax": ("jax", "jaxlib"), "torch": ("torch",)}


def folder() -> Path:
    """`$XDG_CACHE_HOME/layergen`, or `~/.cache/layergen`."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "layergen"


def key(pairing: Pairing, hint: DriveHint | None, options: tuple[Any, ...]) -> str:
    """One name for everything that a result depends on."""
    target = pairing.target
    digest = hashlib.sha256()
    for path in local_files(target.place):
        digest.update(hashlib.sha256(Path(path).read_bytes()).digest())
    told = [
        *_machinery(pairing.backend),
        target.class_name,
        target.line,
        target.place.module,
        msgspec.json.encode(hint).decode(),
        repr(options),
    ]
    digest.update("\0".join(map(str, told)).encode())
    return digest.hexdigest()


def read(name: str, pairing: Pairing) -> Gathered | None:
    """The kept result, or None."""
    try:
        kept = json.loads(_path(name).read_text(encoding="utf-8"))
        losses = tuple(Lost(**lost) for lost in kept["losses"])
        return Gathered(
            pairing,
            tuple(kept["lines"]),
            losses,
            kept["versions"],
            kept["seconds"],
            None,
            kept["left"],
            True,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # no entry, or one that cannot be read: the check is run


def write(name: str, gathered: Gathered) -> None:
    """Keeps a result. What depends on how busy the machine was is not kept."""
    if gathered.failed or any(lost.how in ("time", "memory") for lost in gathered.losses):
        return
    kept = {
        "lines": gathered.lines,
        "losses": [msgspec.to_builtins(lost) for lost in gathered.losses],
        "versions": gathered.versions,
        "seconds": gathered.seconds,
        "left": gathered.left,
    }
    path = _path(name)
    # A full disk or a folder that may not be written costs the next check its shortcut, nothing else.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            os.replace(draft, path)
        except OSError:
            os.unlink(draft)
        _prune(path.parent)


def _path(name: str) -> Path:
    return folder() / "results" / f"{name}.json"


def _prune(where: Path) -> None:
    """Drops the older half where there are too many."""
    entries = list(os.scandir(where))
    if len(entries) > MOST_ENTRIES:
        entries.sort(key=lambda entry: entry.stat().st_mtime)
        for entry in entries[: len(entries) // 2]:
            os.unlink(entry.path)


@lru_cache(maxsize=8)
def _machinery(backend: str) -> tuple[str, ...]:
    """Versions of all that takes part, and the state of layergen's own files (it may be an editable install)."""
    parts = [sys.version, sys.platform, layergen.__version__]
    for package in ("keras", *PACKAGES[backend]):
        try:
            parts.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            parts.append(f"{package} unknown")
    home = Path(__file__).parent.parent
    for path in sorted(home.rglob("*.py")):
        state = path.stat()
        parts.append(f"{path.relative_to(home)} {state.st_size} {state.st_mtime_ns}")
    return tuple(parts)
