"""The short forms of a spec written out: a bare shape, a default that fixes its type, a scalar of a flag."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

from layergen.spec.fields import SHORT_FORMS, TUPLES, ArgType
from layergen.spec.problems import Problem

ARG_TYPES: tuple[str, ...] = ArgType.__args__


def long_form(key: str, value: Any, problems: list[Problem]) -> Any:
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


def last_assigned(call: Any) -> dict[str, None]:
    """The output of a spec that declares none: the name that `call` assigns last; its shape is inferred."""
    try:
        statements = ast.parse(call).body if isinstance(call, str) else []
    except (SyntaxError, ValueError):
        return {"y": None}  # told where the block is read; until then any name will do
    return {name: None for name in list(_assigned(statements))[-1:]}


def _assigned(statements: list[ast.stmt]) -> Iterator[str]:
    """The names that statements assign, in order; what a loop or a function calls its own is none of them."""
    for statement in statements:
        targets = getattr(statement, "targets", [getattr(statement, "target", None)])
        if isinstance(statement, ast.Assign | ast.AugAssign):
            found = [node for target in targets for node in ast.walk(target)]
            yield from (node.id for node in found if isinstance(node, ast.Name))
        elif isinstance(statement, ast.If | ast.For):
            yield from _assigned([*statement.body, *statement.orelse])


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
    if isinstance(value, list | tuple):
        return next((kind for kind, held in TUPLES.items() if _all_are(value, held)), "strs")
    types = {bool: "bool", int: "int", float: "float", str: "str"}
    return types.get(type(value), "str")


def _all_are(values: list[Any] | tuple[Any, ...], held: str) -> bool:
    kinds = {"int": int, "float": int | float, "str": str}
    return all(isinstance(item, kinds[held]) and not isinstance(item, bool) for item in values)


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
