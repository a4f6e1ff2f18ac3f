"""Files, whole or not at all: what exists is never overwritten by accident, and nothing is left half written."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from layergen.errors import LayergenError


def existing(files: Mapping[Path, str]) -> list[Path]:
    """Those that exist with other content."""
    return [
        path
        for path, text in files.items()
        if path.is_symlink() or path.exists() and _read(path) != text
    ]


def _read(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def difference(path: Path, text: str) -> str:
    """A unified diff from what the file holds to what would be written."""
    before = (_read(path) or "") if path.exists() else ""
    name = path.as_posix()
    old = name if path.exists() else "/dev/null"
    lines = difflib.unified_diff(before.splitlines(True), text.splitlines(True), old, name)
    return "".join(lines)


def write_files(files: Mapping[Path, str], force: bool = False) -> list[Path]:
    """Writes all files or none: each is written beside its place first, then all are moved there.

    Returns:
        The files that were written; one that held the same text already is left as it is.

    Raises:
        LayergenError: One exists with other content and `force` is not given, or cannot be written.
    """
    in_the_way = existing(files)
    if in_the_way and not force:
        names = ", ".join(map(str, in_the_way))
        raise LayergenError(
            f"{names}: exists already; nothing was written. --force replaces it, --diff shows what would change"
        )
    drafts: list[tuple[Path, Path]] = []
    moved: list[tuple[Path, bytes | None]] = []
    try:
        for path, text in files.items():
            if path.exists() and _read(path) == text:
                continue
            drafts.append((_draft(path, text), path))
        for draft, path in drafts:
            before = path.read_bytes() if path.exists() else None
            os.replace(draft, path)
            moved.append((path, before))
    except OSError as error:
        _undo(moved)
        where = (
            error.filename
            if error.filename and not str(error.filename).endswith(".tmp")
            else path.parent
        )
        raise LayergenError(
            f"{where}: cannot be written: {error.strerror or error}; nothing was written"
        ) from None
    except BaseException:  # Ctrl-C between two moves
        _undo(moved)
        raise
    finally:
        for draft, _ in drafts:
            draft.unlink(missing_ok=True)
    return [path for path, _ in moved]


def _draft(path: Path, text: str) -> Path:
    """The text on disk beside its place, with the permissions that the file has or would get."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _undo(moved: list[tuple[Path, bytes | None]]) -> None:
    for path, before in moved:
        if before is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(before)
