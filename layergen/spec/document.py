"""A spec as it was written: YAML read into plain data, with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as dataclasses_field
from typing import Any

from layergen.spec.problems import AT_KEY, Path, Place, Problem, SpecError


@dataclass(frozen=True)
class Document:
    """A spec as it was written: plain data, and the place of each value.

    Args:
        name: File name, `<stdin>`, or the command line that stands for it.
        data: Plain dictionaries, lists and scalars.
        places: Line and column (from 1) of each value, by path; for flags, empty.
        keys: The same of each key.
        lines: The text's lines, to find the places inside block scalars.
        flags: The flag that each path came from.
    """

    name: str
    data: dict[str, Any]
    places: dict[Path, tuple[int, int]] = dataclasses_field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = dataclasses_field(default_factory=dict)
    lines: tuple[str, ...] = ()
    flags: dict[Path, str] = dataclasses_field(default_factory=dict)

    def read_as(self, written: Path, path: Path) -> None:
        """From now on `path` is found where `written` stands: a mistyped key was corrected."""
        for table in (self.places, self.keys):
            found = {key: place for key, place in table.items() if key[: len(written)] == written}
            table |= {(*path, *key[len(written) :]): place for key, place in found.items()}

    def locate(self, path: Path, place: Place = Place()) -> str:
        """`layer.yaml:7:12`, or the flag that said it."""
        while path and path not in self.places and path not in self.flags:
            path, place = path[:-1], Place()
        if path in self.flags:
            return self.flags[path]
        if path not in self.places:
            return f"{self.name}:1:1" if self.lines else self.name
        if place == AT_KEY and path in self.keys:
            return f"{self.name}:{self.keys[path][0]}:{self.keys[path][1]}"
        line, column = self.places[path]
        text = self.lines[line - 1][column - 1 :] if line <= len(self.lines) else ""
        if text[:1] in ("|", ">"):
            body = [entry for entry in self.lines[line:] if entry.strip()][:1]
            indent = len(body[0]) - len(body[0].lstrip()) if body else 0
            return f"{self.name}:{line + place.line}:{indent + place.column + 1}"
        quote = 1 if text[:1] in ("'", '"') else 0
        return f"{self.name}:{line + place.line - 1}:{column + place.column + quote}"


def read_document(text: str, name: str) -> Document:
    """Parses YAML 1.2.

    Raises:
        SpecError: The text is no YAML, has a key twice, or is no mapping.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        tree = YAML(typ="rt").load(text)
    except DuplicateKeyError as error:
        raise _syntax_error(name, error, "this key stands twice; keep one of them") from None
    except MarkedYAMLError as error:
        raise _syntax_error(
            name, error, f"this is no YAML: {error.problem or error.context}"
        ) from None
    except (YAMLError, ValueError) as error:
        raise SpecError(
            [Problem((), f"this is no YAML: {error}")], lambda *_: f"{name}:1:1"
        ) from None
    if not isinstance(tree, dict):
        kind = "nothing" if tree is None else "a list" if isinstance(tree, list) else repr(tree)
        hint = "a spec starts with `layer: Name`; `layergen gallery` shows some to start from"
        problem = Problem((), f"expected keys and values, read {kind}", hint)
        raise SpecError([problem], lambda *_: f"{name}:1:1")
    places: dict[Path, tuple[int, int]] = {}
    keys: dict[Path, tuple[int, int]] = {}
    data = _plain(tree, (), places, keys)
    return Document(name, data, places, keys, tuple(text.splitlines()))


def _syntax_error(name: str, error: Any, message: str) -> SpecError:
    mark = error.problem_mark or error.context_mark
    where = f"{name}:{mark.line + 1}:{mark.column + 1}" if mark else f"{name}:1:1"
    text = message.replace("\n", " ")
    return SpecError([Problem((), text)], lambda *_: where)


def _plain(
    node: Any,
    path: Path,
    places: dict[Path, tuple[int, int]],
    keys: dict[Path, tuple[int, int]],
) -> Any:
    """Plain Python data out of ruamel's, with the place of each value and key noted."""
    if isinstance(node, dict):
        for key in node:
            try:
                line, column = node.lc.value(key) or (node.lc.line, node.lc.col)
            except (AttributeError, KeyError, TypeError):
                continue  # a merged key has no place of its own
            places[(*path, str(key))] = (line + 1, column + 1)
            line, column = node.lc.key(key)
            keys[(*path, str(key))] = (line + 1, column + 1)
        return {
            str(key): _plain(value, (*path, str(key)), places, keys) for key, value in node.items()
        }
    if isinstance(node, list):
        for index in range(len(node)):
            line, column = node.lc.item(index) or (node.lc.line, node.lc.col)
            places[(*path, index)] = (line + 1, column + 1)
        return [_plain(value, (*path, index), places, keys) for index, value in enumerate(node)]
    for plain in (bool, int, float, str):
        if isinstance(node, plain):
            return plain(node)
    return None if node is None else str(node)
