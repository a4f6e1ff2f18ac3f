"""Finds the layer classes that a target names, by reading source only: nothing is imported."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from layergen.check import bases
from layergen.check.locate import Place, place_of, resolve_module
from layergen.errors import LayergenError


@dataclass(frozen=True)
class Target:
    """One layer class to check, or one that is passed over with a reason."""

    path: str  # as it is shown: relative to the working directory where it can be
    class_name: str
    line: int
    end_line: int
    place: Place
    skipped: str | None = None

    @property
    def label(self) -> str:
        return f"{self.path}::{self.class_name}"


@dataclass(frozen=True)
class Found:
    """The classes of all targets in order, and what could not be read at all."""

    targets: tuple[Target, ...]
    problems: tuple[str, ...] = ()


def find(targets: Sequence[str | Path], layers_expected: bool = True) -> Found:
    """All layer classes behind the targets: files, folders, `path.py::Class`, `package.module:Class`.

    Args:
        targets: Where to look.
        layers_expected: A file that was named and holds no layer is a problem, and so is nothing to check at all.
    """
    found: dict[tuple[str, str], Target] = {}
    problems: list[str] = []
    for target in targets:
        for path, wanted, named in _files(str(target)):
            try:
                classes = list(classes_in(path))
            except (SyntaxError, ValueError) as error:
                problems.append(_syntax_problem(path, error))
                continue
            except OSError as error:
                problems.append(f"{shown(path)}: cannot be read: {error.strerror}")
                continue
            if wanted is not None:
                classes = [_wanted(path, wanted, classes)]
            elif named and not classes and layers_expected:
                problems.append(f"{shown(path)}: there is no Keras layer in it")
            for entry in classes:
                found.setdefault((str(path), entry.class_name), entry)
    if layers_expected and not problems and all(entry.skipped for entry in found.values()):
        problems.append(f"{', '.join(map(str, targets))}: there is no Keras layer to check")
    return Found(tuple(found.values()), tuple(dict.fromkeys(problems)))


def classes_in(path: Path) -> Iterator[Target]:
    """The layer classes of one file, those that are passed over included."""
    text = path.read_text(encoding="utf-8-sig")
    place = place_of(path, text)
    for entry in bases.layer_classes(path, text, place):
        yield Target(
            path=shown(path),
            class_name=entry.node.name,
            line=entry.node.lineno,
            end_line=entry.node.end_lineno or entry.node.lineno,
            place=place,
            skipped=entry.skipped,
        )


def shown(path: Path) -> str:
    """A path as a reader knows it: relative to the working directory where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _files(target: str) -> Iterator[tuple[Path, str | None, bool]]:
    """Each file behind one target, the class that is wanted from it, and whether the file itself was named."""
    name, separator, class_name = target.partition("::")
    path = Path(name)
    if path.is_dir() and not separator:
        yield from ((file, None, False) for file in _walk(path))
        return
    if path.is_file():
        yield path, class_name or None, True
        return
    module, colon, class_name = target.partition(":")
    if colon and module and not separator and "/" not in module and class_name.isidentifier():
        resolved = resolve_module(module)
        if resolved is None:
            raise LayergenError(f"{target}: there is no module {module!r} on the path")
        yield *bases.home_of(resolved, class_name), True
        return
    raise LayergenError(f"{target}: there is no such file or folder")


# Layers in tests are there to be wrong, or stand beside the one that is meant; a file that is named is checked.
OF_TESTS = re.compile(r"test_.*\.py|.*_test\.py|conftest\.py")


def _walk(folder: Path) -> Iterator[Path]:
    """Python files below a folder in a fixed order, without those that .gitignore files name."""
    import pathspec

    outer = [line for parent in reversed(_up_to_repository(folder)) for line in parent]
    yield from _walk_below(folder, [(folder, pathspec.GitIgnoreSpec.from_lines(outer))])


def _walk_below(folder: Path, ignores: list) -> Iterator[Path]:
    import pathspec

    own = folder / ".gitignore"
    if own.is_file():
        lines = own.read_text(encoding="utf-8", errors="replace").splitlines()
        ignores = [*ignores, (folder, pathspec.GitIgnoreSpec.from_lines(lines))]
    for entry in sorted(folder.iterdir()):
        relative_is_ignored = any(
            spec.match_file(str(entry.relative_to(base)) + ("/" if entry.is_dir() else ""))
            for base, spec in ignores
        )
        if entry.name.startswith(".") or entry.name == "__pycache__" or relative_is_ignored:
            continue
        if entry.is_dir() and not entry.is_symlink():
            if not (entry / "pyvenv.cfg").exists():
                yield from _walk_below(entry, ignores)
        elif entry.suffix == ".py" and entry.is_file() and not OF_TESTS.fullmatch(entry.name):
            yield entry


def _up_to_repository(folder: Path) -> list[list[str]]:
    """Lines of the .gitignore files above a folder, nearest first, up to the repository's root."""
    lines: list[list[str]] = []
    here = folder.resolve()
    while not (here / ".git").exists():
        if here.parent == here:
            return []  # no repository: what lies above does not count
        here = here.parent
        own = here / ".gitignore"
        if own.is_file():
            text = own.read_text(encoding="utf-8", errors="replace")
            # A pattern anchored to a folder above cannot be applied below; the free ones can.
            lines.append(
                [line for line in text.splitlines() if "/" not in line.strip().rstrip("/")]
            )
    return lines


def _wanted(path: Path, class_name: str, classes: list[Target]) -> Target:
    """The class that was asked for by name; no doubt about its bases stops it from being checked."""
    for entry in classes:
        if entry.class_name == class_name:
            return entry
    text = path.read_text(encoding="utf-8-sig")
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    for node in nodes:
        if node.name == class_name:
            raise LayergenError(f"{shown(path)}::{class_name}: the class is no Keras layer")
    names = ", ".join(entry.class_name for entry in classes) or "no layer"
    raise LayergenError(f"{shown(path)}: there is no class {class_name!r}; the file has {names}")


def _syntax_problem(path: Path, error: Exception) -> str:
    if isinstance(error, SyntaxError):
        return f"{shown(path)}:{error.lineno or 1}: does not parse: {error.msg}"
    return f"{shown(path)}: does not parse: {error}"
