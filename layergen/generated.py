"""From a spec to the text of the files, with what the check needs to know of the layer: spec → model → render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import layergen
from layergen.errors import LayergenError
from layergen.model.decide import Decided, decide
from layergen.model.testing import test_model
from layergen.render.environment import WIDTH
from layergen.render.source import render
from layergen.spec.document import Document, read_document


@dataclass(frozen=True)
class Generated:
    """The files of one layer.

    Args:
        class_name: Name of the class.
        module: Name of the file, without `.py`.
        layer: Source of the layer.
        test: Source of its test.
        init: Constructor arguments of the example.
        inputs: The example's inputs, in the structure that `call` takes: `{"shape": [...], "dtype": "..."}`
            in lists or a dict; for separate arguments a dict by their names.
        separate: Whether `inputs` names separate arguments.
    """

    class_name: str
    module: str
    layer: str
    test: str
    init: dict[str, Any]
    inputs: Any
    separate: bool


def generate(spec: str | Path | Mapping[str, Any], line_length: int = WIDTH) -> str:
    """The source of the layer that a spec describes.

    Args:
        spec: Path of a spec file (a `Path`, or text that ends in `.yaml` or `.yml`), YAML text, or a mapping.
        line_length: Width of the source.

    Raises:
        LayergenError: The file cannot be read, or the spec is wrong (`SpecError`: every mistake with its place).
    """
    return generate_files(document_of(spec), line_length=line_length).layer


def document_of(spec: str | Path | Mapping[str, Any]) -> Document:
    """Reads a spec from wherever it is."""
    if isinstance(spec, Mapping):
        return Document("<spec>", dict(spec))
    if isinstance(spec, Path) or str(spec).endswith((".yaml", ".yml")):
        return read_document(read_text(Path(spec)), str(spec))
    return read_document(spec, "<spec>")


def read_text(path: Path) -> str:
    """A spec file's text.

    Raises:
        LayergenError: It is not there, or not text.
    """
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise LayergenError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise LayergenError(
            f"{path}: is not UTF-8 text: {error.reason} at byte {error.start}"
        ) from None


def generate_files(document: Document, origin: str = "", line_length: int = WIDTH) -> Generated:
    """Both files of a layer, as text.

    Args:
        document: The spec as it was written.
        origin: What the header says the layer was written from; the file's name by itself.
        line_length: Width of the source.
    """
    origin = origin or f"from {Path(document.name).name}"
    header = (f"Written by layergen {layergen.__version__} {_on_one_line(origin)}",)
    decided = decide(document, header)
    return Generated(
        class_name=decided.layer.name,
        module=decided.layer.module,
        layer=render("layer.py.jinja", line_length, layer=decided.layer),
        test=render("test_layer.py.jinja", line_length, test=test_model(decided), header=header),
        init=dict(decided.example.arguments),
        inputs=_inputs(decided),
        separate=decided.scope.style in ("arguments", "cell"),
    )


def _on_one_line(text: str) -> str:
    """A comment ends with its line: what would end it is spelled."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def _inputs(decided: Decided) -> Any:
    dtypes = {"float": "float32", "int": "int32"}
    found: dict[str, Any] = {}
    for name, entry in decided.scope.made.spec.inputs.items():
        one = {
            "shape": list(decided.example.shapes[name]),
            "dtype": dtypes.get(entry.dtype, entry.dtype),
        }
        found[decided.scope.arguments[name]] = (
            [one] * decided.example.counts[name] if entry.count is not None else one
        )
    if decided.scope.style == "single":
        return next(iter(found.values()))
    if decided.scope.style == "cell":
        first, *states = found
        return {first: found[first], "states": [found[name] for name in states]}
    return list(found.values()) if decided.scope.style == "list" else found
