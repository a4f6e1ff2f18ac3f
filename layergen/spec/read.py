"""Reads a spec from YAML, keeping the place of every value, and validates its keys and types."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as dataclasses_field
from difflib import get_close_matches
from typing import Any

import msgspec

from layergen.spec.fields import SHORT_FORMS, Arg, ArgType, CallArg, Spec
from layergen.spec.problems import AT_KEY, Path, Place, Problem, SpecError
from layergen.spec.suggest import did_you_mean

ARG_TYPES: tuple[str, ...] = ArgType.__args__


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


def read_spec(document: Document, mistyped: list[Problem] | None = None) -> Spec:
    """Validates keys and types, short forms written out.

    Args:
        document: The spec as it was written.
        mistyped: Where given, unknown keys go here and the nearest right ones are read in their
            place, so that what else is wrong can be told with them.

    Raises:
        SpecError: All that is wrong, at once.
    """
    problems: list[Problem] = []
    _check_text(document.data, (), problems)
    if problems:
        raise SpecError(problems, document.locate)
    unknown = [] if mistyped is None else mistyped
    corrected = _correct_keys(document.data, Spec, (), unknown)
    data = {key: _long_form(key, value, problems) for key, value in corrected.items()}
    spec = _convert(data, Spec, (), problems, unknown)
    for problem in unknown:
        if problem.read_as:
            document.read_as(problem.path, (*problem.path[:-1], problem.read_as))
    if problems or (unknown and mistyped is None):
        raise SpecError([*unknown, *problems], document.locate)
    return spec


def _check_text(value: Any, path: Path, problems: list[Problem]) -> None:
    """No text may hold what no source file can hold."""
    if isinstance(value, dict):
        for key, item in value.items():
            _check_text(str(key), path, problems)
            _check_text(item, (*path, key), problems)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check_text(item, (*path, index), problems)
    elif isinstance(value, str) and any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in value):
        problems.append(Problem(path, f"{value!r} holds a character that no file can hold"))


def _correct_keys(data: dict[str, Any], struct: type, path: Path, unknown: list[Problem]) -> dict[str, Any]:
    """The mapping with known keys only; a mistyped one is noted and read as the one it is nearest to."""
    fields = [field.encode_name for field in msgspec.structs.fields(struct)]
    corrected: dict[str, Any] = {}
    for key, value in data.items():
        if key in fields:
            corrected[key] = value
            continue
        hint = f"the keys here are: {', '.join(fields)}{did_you_mean(key, fields)}"
        near = get_close_matches(key, [field for field in fields if field not in data], n=1)
        read_as = near[0] if near else ""
        unknown.append(Problem((*path, key), f"{key!r} is not a key", hint, AT_KEY, read_as))
        corrected |= {read_as: value} if near else {}
    return corrected


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
        return {str(key): _plain(value, (*path, str(key)), places, keys) for key, value in node.items()}
    if isinstance(node, list):
        for index in range(len(node)):
            line, column = node.lc.item(index) or (node.lc.line, node.lc.col)
            places[(*path, index)] = (line + 1, column + 1)
        return [_plain(value, (*path, index), places, keys) for index, value in enumerate(node)]
    for plain in (bool, int, float, str):
        if isinstance(node, plain):
            return plain(node)
    return None if node is None else str(node)


def _long_form(key: str, value: Any, problems: list[Problem]) -> Any:
    """Writes the short forms of a key's entries out."""
    if not isinstance(value, dict):
        return value
    if key == "args":
        return {name: _long_arg(name, entry, problems) for name, entry in value.items()}
    if key == "call_args":
        return {name: _long_call_arg(entry) for name, entry in value.items()}
    if key in SHORT_FORMS:
        field = SHORT_FORMS[key]
        return {
            name: entry if isinstance(entry, dict) else {} if entry is None else {field: entry}
            for name, entry in value.items()
        }
    return value


def _long_arg(name: str, value: Any, problems: list[Problem]) -> Any:
    """`use_bias: true`, `units: int`, `rate: float = 0.1`: the default, or the word, fixes the type."""
    if isinstance(value, dict):
        if "type" in value or "default" not in value:
            return {"type": "choice", **value} if "choices" in value else value
        return {
            "type": "choice" if "choices" in value else type_of_default(name, value["default"]),
            **value,
        }
    if isinstance(value, str):
        word, _, default = (part.strip() for part in value.partition("="))
        if word in ARG_TYPES:
            return {"type": word, **({"default": read_scalar(default)} if default else {})}
    if value is None:
        hint = (
            f"write `{name}: {{type: int, optional: true}}`, or another of: {', '.join(ARG_TYPES)}"
        )
        problems.append(
            Problem(("args", name), "null does not tell the type of the argument", hint)
        )
        return {"type": "int"}
    return {"type": type_of_default(name, value), "default": value}


def _long_call_arg(value: Any) -> Any:
    if isinstance(value, dict):
        return value
    return {"type": type_of_default("", value), "default": value}


def type_of_default(name: str, value: Any) -> str:
    """The argument type that a default, with the argument's name, stands for."""
    for word in ("activation", "initializer", "regularizer", "constraint"):
        if (name == word or name.endswith("_" + word)) and (
            value is None or isinstance(value, str)
        ):
            return word
    if name == "axis" and isinstance(value, int) and not isinstance(value, bool):
        return "axis"
    types = {bool: "bool", int: "int", float: "float", str: "str", list: "ints", tuple: "ints"}
    return types.get(type(value), "str")


def read_scalar(text: str) -> Any:
    """A scalar of a flag, read as YAML 1.2 reads it: `no` is a word, `1e-5` a number."""
    words = {"true": True, "false": False, "null": None, "None": None, "True": True, "False": False}
    if text in words:
        return words[text]
    for number in (int, float):
        try:
            return number(text)
        except ValueError:
            pass
    if text[:1] in "[(" and text[-1:] in "])":
        return [read_scalar(item.strip()) for item in text[1:-1].split(",") if item.strip()]
    return text[1:-1] if text[:1] in "'\"" and text[-1:] == text[:1] else text


def _convert(
    data: Any, struct: type, path: Path, problems: list[Problem], unknown: list[Problem]
) -> Any:
    """Converts field by field, so that every problem is told and not the first alone."""
    if not isinstance(data, dict):
        known = ", ".join(field.encode_name for field in msgspec.structs.fields(struct))
        problems.append(
            Problem(path, f"expected keys and values, read {data!r}", f"the keys are: {known}")
        )
        return None
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    data = _correct_keys(data, struct, path, unknown)
    values = {}
    for key, field in fields.items():
        if key in data:
            values[field.name] = _convert_field(data[key], field.type, (*path, key), problems, unknown)
        elif field.required:
            problems.append(Problem(path, f"the key {key!r} is missing"))
    if problems:
        return None
    return struct(**values)


def _convert_field(
    value: Any, kind: Any, path: Path, problems: list[Problem], unknown: list[Problem]
) -> Any:
    entries = _entry_struct(kind)
    if entries is not None and isinstance(value, dict):
        return {
            name: _convert(entry, entries, (*path, name), problems, unknown) for name, entry in value.items()
        }
    if _struct_of(kind) is not None and isinstance(value, dict):
        return _convert(value, _struct_of(kind), path, problems, unknown)
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        problems.append(Problem(path, *_explain(value, kind, str(error))))
        return None


def _entry_struct(kind: Any) -> type | None:
    """The Struct of `Annotated[dict[str, Struct], …]`."""
    inner = getattr(kind, "__origin__", None)
    inner = inner if getattr(inner, "__args__", None) else kind
    args = getattr(inner, "__args__", ())
    return (
        args[1]
        if len(args) == 2 and isinstance(args[1], type) and issubclass(args[1], msgspec.Struct)
        else None
    )


def _struct_of(kind: Any) -> type | None:
    inner = getattr(kind, "__origin__", kind)
    for option in (inner, *getattr(inner, "__args__", ())):
        if isinstance(option, type) and issubclass(option, msgspec.Struct):
            return option
    return None


def _explain(value: Any, kind: Any, error: str) -> tuple[str, str]:
    """Our words for msgspec's: what was read, what is allowed."""
    inner = getattr(kind, "__origin__", None)
    inner = inner if getattr(inner, "__args__", None) else kind
    allowed = [item for item in _literals(inner)]
    if allowed and isinstance(value, str):
        return (
            f"{value!r} is not one of the words allowed",
            f"allowed: {', '.join(allowed)}{did_you_mean(value, allowed)}",
        )
    expected = error.removeprefix("Expected ").split(" - at")[0].split(", got")[0]
    words = {
        "str": "text", "object": "keys and values", "array": "a list", "bool": "true or false",
        "int": "an integer", "float": "a number", "null": "nothing",
    }  # fmt: skip
    expected = re.sub(r"\w+", lambda word: words.get(word.group(), word.group()), expected)
    return f"expected {expected.replace('`', '').replace('|', 'or')}, read {value!r}", ""


def _literals(kind: Any) -> list[str]:
    found: list[str] = []
    for item in getattr(kind, "__args__", ()):
        found += [item] if isinstance(item, str) else _literals(item)
    return found


__all__ = [
    "Arg",
    "CallArg",
    "Document",
    "read_document",
    "read_scalar",
    "read_spec",
    "type_of_default",
]
