"""How a layer was driven, in words, and the command that drives it so again."""

from __future__ import annotations

import shlex
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
    init = ", ".join(f"{name}={_value(value)}" for name, value in driven.init.items())
    call = "".join(f", {name}={_value(value)}" for name, value in driven.call.items())
    inputs = ", ".join(_structure(one) for one in driven.inputs)
    further = ", ".join(f"{name}={_structure(one)}" for name, one in driven.optional.items())
    again = f", then with {further}" if further else ""
    return f"{HOW.get(driven.how, driven.how)}: {class_name}({init})({inputs}{call}){again}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        marker = next((key for key in value if key.startswith("$")), None)
        if marker == "$layer":
            rest = ", ".join(f"{k}={_value(v)}" for k, v in value.items() if k != marker)
            return f"{value[marker]}({rest})"
        if marker == "$tuple":
            return "(" + ", ".join(map(_value, value[marker])) + ")"
        if marker == "$object":
            rest = ", ".join(f"{k}={_value(v)}" for k, v in value.items() if k != marker)
            return f"{value[marker].partition(':')[2]}({rest})"
        if marker == "$namespace":
            rest = ", ".join(f"{k}={_value(v)}" for k, v in value[marker].items())
            return f"SimpleNamespace({rest})"
        if marker is not None:
            return f"<{marker[1:]} {value[marker]}>"
    return repr(value)


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
