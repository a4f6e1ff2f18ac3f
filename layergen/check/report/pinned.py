"""How a layer was driven, in words, and the command that drives it so again."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from typing import Any

from layergen.check.result import Driven, LayerReport

HOW = {
    "spec": "by its spec",
    "flags": "by the flags",
    "pyproject": "by pyproject.toml",
    "docstring": "by its docstring",
    "header": "by its header",
    "inferred": "by inference",
}


def driven_as(layer: LayerReport) -> list[tuple[str, tuple[str, ...]]]:
    """Each way in which the layer was driven, and the backends it was driven so on."""
    ways: dict[str, list[str]] = {}
    for run in layer.runs:
        if run.driven is not None:
            ways.setdefault(_in_words(layer.class_name, run.driven), []).append(run.backend)
    return [(way, tuple(backends)) for way, backends in ways.items()]


def _in_words(class_name: str, driven: Driven) -> str:
    call = "".join(f", {name}={_value(value)}" for name, value in driven.call.items())
    inputs = ", ".join(_structure(one) for one in driven.inputs)
    further = ", ".join(f"{name}={_structure(one)}" for name, one in driven.optional.items())
    again = f", then with {further}" if further else ""
    return f"{HOW.get(driven.how, driven.how)}: {_made(class_name, driven.init)}({inputs}{call}){again}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        marker = next((key for key in value if key.startswith("$")), None)
        options = {key: item for key, item in value.items() if key != marker}
        if marker == "$layer":
            return _made(value[marker], options)
        if marker == "$object":
            return _made(value[marker].partition(":")[2], options)
        if marker == "$namespace":
            return _made("SimpleNamespace", value[marker])
        if marker == "$tuple":
            return "(" + ", ".join(map(_value, value[marker])) + ")"
        if marker is not None:
            return f"<{marker[1:]} {value[marker]}>"
    return repr(value)


def _made(name: str, options: Mapping[str, Any]) -> str:
    """`Dense(units=8)`."""
    return f"{name}({', '.join(f'{key}={_value(value)}' for key, value in options.items())})"


def _structure(structure: Any) -> str:
    """`float32 (2, 16)`; `[int32 (2, 8), float32 (2, 8, 16)]`."""
    if isinstance(structure, dict) and "shape" in structure:
        shape = ", ".join(map(str, structure["shape"]))
        return f"{structure.get('dtype', 'float32')} ({shape})"
    if isinstance(structure, dict):
        return "{" + ", ".join(f"{k}: {_structure(v)}" for k, v in structure.items()) + "}"
    if isinstance(structure, list | tuple):
        return "[" + ", ".join(map(_structure, structure)) + "]"
    return repr(structure)


def pin_command(layer: LayerReport, pin: str, width: int) -> list[str]:
    """The command line with these flags, broken between them where it is longer than the terminal."""
    parts = [f"layergen check {shlex.quote(layer.target)}", *_flags(pin)]
    if len(" ".join(parts)) + 6 <= width:
        return [" ".join(parts)]
    return [part + " \\" for part in parts[:-1]] + parts[-1:]


def _flags(pin: str) -> list[str]:
    """Each flag with its value, as it is to be typed."""
    flags: list[str] = []
    for word in shlex.split(pin):
        if word.startswith("--") or not flags:
            flags.append(word)
        else:
            flags[-1] += " " + shlex.quote(word)
    return flags
