"""Validates the keys and types of a spec, and tells all that is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from difflib import get_close_matches
from typing import Any

import msgspec

from layergen.spec.document import Document
from layergen.spec.fields import Spec
from layergen.spec.problems import AT_KEY, Path, Problem, SpecError
from layergen.spec.short_forms import last_assigned, long_form
from layergen.spec.suggest import one_of


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
    if "outputs" not in corrected:
        corrected["outputs"] = last_assigned(corrected.get("call"))
    data = {key: long_form(key, value, problems) for key, value in corrected.items()}
    spec = _convert(data, Spec, (), problems, unknown)
    for problem in unknown:
        if problem.read_as:
            document.read_as(problem.path, (*problem.path[:-1], problem.read_as))
    if problems or (unknown and mistyped is None):
        raise SpecError([*unknown, *problems], document.locate)
    return spec


def _check_text(value: Any, path: Path, problems: list[Problem]) -> None:
    """No text may hold what no source file can hold, or what nobody can see in one."""
    if isinstance(value, dict):
        for key, item in value.items():
            _check_text(str(key), path, problems)
            _check_text(item, (*path, key), problems)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check_text(item, (*path, index), problems)
    elif isinstance(value, str) and any(
        unicodedata.category(letter) in ("Cc", "Cs") and letter not in "\n\r\t" for letter in value
    ):
        problems.append(Problem(path, f"{value!r} holds a control character", "take it out"))


def _correct_keys(
    data: dict[str, Any], struct: type, path: Path, unknown: list[Problem]
) -> dict[str, Any]:
    """The mapping with known keys only; a mistyped one is noted and read as the one it is nearest to."""
    fields = [field.encode_name for field in msgspec.structs.fields(struct)]
    corrected: dict[str, Any] = {}
    for key, value in data.items():
        if key in fields:
            corrected[key] = value
            continue
        hint = one_of("the keys here are", fields, key)
        near = get_close_matches(key, [field for field in fields if field not in data], n=1)
        read_as = near[0] if near else ""
        unknown.append(Problem((*path, key), f"{key!r} is not a key", hint, AT_KEY, read_as))
        corrected |= {read_as: value} if near else {}
    return corrected


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
            values[field.name] = _convert_field(
                data[key], field.type, (*path, key), problems, unknown
            )
        elif field.required:
            problems.append(Problem(path, f"the key {key!r} is missing", _says(field.type)))
    if problems:
        return None
    return struct(**values)


def _convert_field(
    value: Any, kind: Any, path: Path, problems: list[Problem], unknown: list[Problem]
) -> Any:
    entries = _entry_struct(kind)
    if entries is not None and isinstance(value, dict):
        return {
            name: _convert(entry, entries, (*path, name), problems, unknown)
            for name, entry in value.items()
        }
    if _struct_of(kind) is not None and isinstance(value, dict):
        return _convert(value, _struct_of(kind), path, problems, unknown)
    try:
        return msgspec.convert(value, kind, strict=True)
    except msgspec.ValidationError as error:
        problems.append(Problem(path, *_explain(value, kind, str(error))))
        return None


def _says(kind: Any) -> str:
    """What the schema says of a field."""
    notes = [note.description for note in getattr(kind, "__metadata__", ()) if note.description]
    return notes[0].rstrip(".") if notes else ""


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
            one_of("allowed", allowed, value),
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
