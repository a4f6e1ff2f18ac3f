"""Results of earlier checks, by content: source, layergen, Python, Keras, backend, options. Never a reason to fail."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import layergen
from layergen.check.bases import local_files
from layergen.check.job import DriveHint
from layergen.check.result import Driven, Finding, Outcome, Run
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.plan import Pairing

MOST_ENTRIES = 4000
PACKAGES = {"tensorflow": ("tensorflow",), "jax": ("jax", "jaxlib"), "torch": ("torch",)}


@dataclass(frozen=True)
class Cache:
    """What is kept: the evidence of one layer on one backend, and what the rules made of all its backends."""

    use: bool
    options: tuple[Any, ...]  # what changes the evidence
    judged_with: tuple[Any, ...]  # what changes the judgement

    def key(self, pairing: Pairing, hint: DriveHint | None) -> str | None:
        """One name for everything that the evidence depends on."""
        if not self.use:
            return None
        digest = hashlib.sha256()
        target = pairing.target
        try:
            for path in local_files(target.place):
                digest.update(hashlib.sha256(Path(path).read_bytes()).digest())
            told = [
                *_machinery(pairing.backend),
                target.path,
                target.class_name,
                target.line,
                target.place.module,
            ]
        except OSError:
            return None
        told += [repr(hint), repr(self.options)]
        digest.update("\0".join(map(str, told)).encode())
        return digest.hexdigest()

    def read(self, name: str | None, pairing: Pairing) -> Gathered | None:
        """The kept evidence, or None."""
        from layergen.check.evidence import (
            Lost,  # all records: not needed where the judgement is kept
        )

        kept = _read(name)
        with contextlib.suppress(KeyError, TypeError):
            if kept is not None:
                losses = tuple(Lost(**lost) for lost in kept["losses"])
                return Gathered(
                    pairing,
                    tuple(kept["lines"]),
                    losses,
                    kept["versions"],
                    kept["seconds"],
                    left=kept["left"],
                    cached=True,
                )
        return None

    def write(self, name: str | None, gathered: Gathered) -> None:
        """Keeps evidence."""
        if name is not None and gathered.lasting:
            kept = {key: getattr(gathered, key) for key in ("lines", "versions", "seconds", "left")}
            _write(name, {**kept, "losses": [asdict(lost) for lost in gathered.losses]})

    def read_runs(self, names: Sequence[str | None]) -> tuple[Run, ...] | None:
        """The kept judgement of a layer's runs, or None."""
        kept = _read(self._together(names))
        try:
            return None if kept is None else tuple(_run(run) for run in kept["runs"])
        except (KeyError, TypeError):
            return None

    def write_runs(self, names: Sequence[str | None], runs: Sequence[Run]) -> None:
        """Keeps a judgement."""
        name = self._together(names)
        if name is not None:
            _write(name, {"runs": [asdict(run) for run in runs]})

    def _together(self, names: Sequence[str | None]) -> str | None:
        if not names or None in names:
            return None
        return hashlib.sha256(repr((sorted(names), self.judged_with)).encode()).hexdigest()


def folder() -> Path:
    """`$XDG_CACHE_HOME/layergen`, or `~/.cache/layergen`."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "layergen" / "results"


def _run(kept: dict[str, Any]) -> Run:
    run = Run(**kept)
    return replace(
        run,
        driven=Driven(**kept["driven"]) if kept["driven"] else None,
        outcomes=tuple(Outcome(**outcome) for outcome in kept["outcomes"]),
        findings=tuple(Finding(**finding) for finding in kept["findings"]),
        tried=tuple(kept["tried"]),
        cached=True,
    )


def _read(name: str | None) -> dict[str, Any] | None:
    """A kept file, or None where there is none or it cannot be read: then the check is run."""
    if name is None:
        return None
    try:
        return json.loads((folder() / f"{name}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _write(name: str, kept: dict[str, Any]) -> None:
    """A full disk or a folder that may not be written costs the next check its shortcut, nothing else."""
    with contextlib.suppress(OSError, TypeError, ValueError):
        folder().mkdir(parents=True, exist_ok=True)
        text = json.dumps(kept)
        handle, draft = tempfile.mkstemp(dir=folder())
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            os.replace(draft, folder() / f"{name}.json")
        except OSError:
            os.unlink(draft)
        _prune(folder())


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
    parts += sorted(_distributions(("keras", *PACKAGES[backend])))
    home = Path(__file__).parent.parent
    for place, _, names in os.walk(home):
        for name in names:
            if name.endswith(".py"):
                state = os.stat(os.path.join(place, name))
                parts.append(f"{place} {name} {state.st_size} {state.st_mtime_ns}")
    return tuple(sorted(parts))


def _distributions(packages: Sequence[str]) -> list[str]:
    """`keras-3.15.1.dist-info` and the like, by their folders: importlib.metadata takes longer to import than this."""
    found: list[str] = []
    for place in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(place or "."):
                if name.endswith(".dist-info") and name.partition("-")[0].lower() in packages:
                    found.append(name)
    return found
