"""What is known before the search: hints from flags and configuration, the spec's comment in the file, the docstring."""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Iterator
from typing import Any

from layergen.check.job import DriveHint
from layergen.check.probes.driving.reading import Reading
from layergen.check.probes.structure import is_leaf

SPEC_COMMENT = re.compile(r"^#\s*layergen:\s*drive\s+(?:(\w+)\s+)?(\{.*\})\s*$", re.MULTILINE)
CODE = re.compile(r"^\s*(>>>|\.\.\.) ?", re.MULTILINE)  # what stands before a line of an example
MOST_NUMBERS = 200_000  # an example on full-size images is scaled down by not taking it
ARRAY_MAKERS = (
    "rand",
    "randn",
    "normal",
    "ones",
    "zeros",
    "uniform",
    "random",
    "Input",
    "random_sample",
    "empty",
    "randint",
)


def hint_for(class_name: str, file_text: str, given: DriveHint | None) -> DriveHint | None:
    """The hint that was given, else the one that the file carries itself."""
    if given is not None and not given.empty:
        return given
    for name, text in SPEC_COMMENT.findall(file_text):
        if name in ("", class_name):
            try:
                known = json.loads(text)
            except ValueError:
                continue
            keys = ("init", "inputs", "arguments", "call", "dtype")
            return DriveHint("spec", **{key: known[key] for key in keys if key in known})
    return None


def named_arguments(hint: DriveHint, reading: Reading) -> dict[str, Any]:
    """The hint's structures by the name of the call's argument."""
    names = [one.name for one in reading.call_arguments] or ["inputs"]
    if isinstance(hint.arguments, dict):
        return dict(hint.arguments)
    if hint.inputs is None:
        return {}
    if hint.arguments and isinstance(hint.inputs, dict) and not is_leaf(hint.inputs):
        return dict(hint.inputs)
    if hint.arguments and isinstance(hint.inputs, list):
        return dict(zip(names, hint.inputs, strict=False))
    return {names[0]: hint.inputs}


def example_of(class_name: str, reading: Reading) -> tuple[dict[str, Any], list[int] | None]:
    """Constructor arguments and the first array's shape in the docstring's example; what is no literal is left out."""
    init: dict[str, Any] = {}
    for call in _calls(reading.docstring, class_name):
        values = _constructor_values(call, [one.name for one in reading.parameters])
        if values is not None:
            init = values
            break
    for shape in _shapes(reading.docstring):
        return init, shape
    return init, None


def example_arrays(reading: Reading) -> dict[str, dict[str, Any]]:
    """Shapes and dtypes of the arrays that the docstring's example makes, by the names that it gives them."""
    code = CODE.sub("", reading.docstring)
    made: dict[str, dict[str, Any]] = {}
    for name, maker in re.findall(
        r"^\s*(\w+) = ((?:\w+\.)*(?:" + "|".join(ARRAY_MAKERS) + r")\(.*\))\s*$", code, re.MULTILINE
    ):
        try:
            call = ast.parse(maker, mode="eval").body
        except SyntaxError:
            continue
        shape = _shape_of(call) if isinstance(call, ast.Call) else None
        if shape is not None and all(size > 0 for size in shape):
            made[name] = {"shape": shape, "dtype": _dtype_of(call)}
    return made


def _dtype_of(call: ast.Call) -> str:
    for keyword in call.keywords:
        if keyword.arg == "dtype" and isinstance(keyword.value, ast.Constant):
            return str(keyword.value.value)
    return "int32" if ast.unparse(call.func).endswith("randint") else "float32"


def _calls(text: str, *names: str) -> Iterator[ast.Call]:
    """Calls of these names in a docstring, wherever they stand."""
    code = CODE.sub("", text)
    for match in re.finditer(rf"\b(?:{'|'.join(names)})\(", code):
        depth = 0
        for place in range(match.end() - 1, len(code)):
            depth += {"(": 1, ")": -1}.get(code[place], 0)
            if not depth:
                try:
                    node = ast.parse(code[match.start() : place + 1].strip(), mode="eval").body
                except SyntaxError:
                    break
                if isinstance(node, ast.Call):
                    yield node
                break


def _constructor_values(call: ast.Call, parameters: list[str]) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    pairs = [*zip(parameters, call.args, strict=False), *((k.arg, k.value) for k in call.keywords)]
    for name, node in pairs:
        if name is None or name in ("name", "dtype", "trainable", "input_shape"):
            continue
        try:
            values[name] = _value(node)
        except (ValueError, TypeError):
            return None
    return values


def _value(node: ast.AST) -> Any:
    """A literal, a Keras layer with literal arguments, or a lambda as the plain identity."""
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        if "layers." in name or name[:1].isupper():
            if node.args and not node.keywords and len(node.args) > 1:
                raise ValueError(name)
            options = {
                keyword.arg: _value(keyword.value) for keyword in node.keywords if keyword.arg
            }
            kind = name.rpartition(".")[2]
            if node.args:
                options["filters" if kind.startswith("Conv") else "units"] = _value(node.args[0])
            return {"$layer": kind, **options}
        raise ValueError(name)
    value = ast.literal_eval(node)
    if isinstance(value, tuple):
        return {"$tuple": list(value)}
    return value


def _shape_of(call: ast.Call) -> list[int] | None:
    """The shape that a maker of arrays is given; sizes that are no numbers are 5."""
    name = ast.unparse(call.func).rpartition(".")[2]
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    try:
        if name in ("rand", "randn"):
            shape = [ast.literal_eval(value) for value in call.args]
        else:
            node = given.get("shape", given.get("size", given.get("batch_shape")))
            nodes = [node] if node is not None else call.args
            values = [ast.literal_eval(one) for one in nodes]
            shape = next(list(value) for value in values if isinstance(value, list | tuple))
    except (ValueError, TypeError, SyntaxError, StopIteration):
        return None
    if name == "Input" and "batch_shape" not in given:
        shape = [2, *shape]
    sizes = [size if isinstance(size, int) else 5 for size in shape]
    return sizes if math.prod(sizes) <= MOST_NUMBERS else None


def _shapes(text: str) -> Iterator[list[int]]:
    for call in _calls(text, *ARRAY_MAKERS):
        sizes = _shape_of(call)
        if sizes is not None and len(sizes) > 1 and all(size > 0 for size in sizes):
            yield [2, *sizes[1:]]
