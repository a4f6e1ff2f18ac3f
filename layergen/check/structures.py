"""Shapes of inputs as a person writes them: `2, 8 float32`, JSON, or several of them."""

from __future__ import annotations

import json
import re
from typing import Any

from layergen.errors import LayergenError

SHAPE = re.compile(
    r"^[\[(]?\s*(?P<sizes>\d+(?:\s*[,x ]\s*\d+)*)?\s*,?\s*[\])]?\s*(?P<dtype>[a-z]+\d*(?:_\w+)?)?$"
)
DTYPES = ("float16", "bfloat16", "float32", "float64", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32",
          "uint64", "bool", "string", "complex64", "complex128")  # fmt: skip
SHORT = {"float": "float32", "int": "int32", "str": "string"}


def structure(written: Any) -> Any:
    """A structure of `{"shape": […], "dtype": …}` from what was written for it."""
    if isinstance(written, str):
        text = written.strip()
        return _from_json(text) if text[:1] in "{" or text[:2] in ("[[", "[{") else _from_text(text)
    if isinstance(written, dict):
        if "shape" in written:
            return {
                "shape": list(written["shape"]),
                "dtype": _dtype(written.get("dtype", "float32")),
            }
        return {key: structure(value) for key, value in written.items()}
    if isinstance(written, list | tuple):
        if written and all(isinstance(size, int) for size in written):
            return {"shape": list(written), "dtype": "float32"}
        return [structure(one) for one in written]
    raise LayergenError(f"a shape was expected, such as '2, 8 float32'; received {written!r}")


def _from_text(text: str) -> dict[str, Any]:
    match = SHAPE.match(text)
    if match is None:
        raise LayergenError(
            f"{text!r} is no shape: write sizes and a dtype, such as '2, 8 float32', or JSON"
        )
    sizes = [int(size) for size in re.findall(r"\d+", match["sizes"] or "")]
    return {"shape": sizes, "dtype": _dtype(match["dtype"] or "float32")}


def _from_json(text: str) -> Any:
    try:
        return structure(json.loads(text))
    except json.JSONDecodeError as error:
        raise LayergenError(f"{text!r} is no JSON: {error}") from None


def _dtype(name: str) -> str:
    name = SHORT.get(name, name)
    if name not in DTYPES:
        raise LayergenError(f"{name!r} is no dtype; known are: {', '.join(DTYPES)}")
    return name
