"""Writes a spec as YAML, in the order in which a person reads it."""

from __future__ import annotations

import io
from typing import Any

import msgspec

from layergen.spec.fields import Spec

# Editors that know the YAML language server check the file against the schema named here.
SCHEMA_LINE = "# yaml-language-server: $schema=layergen.schema.json\n# `layergen schema > layergen.schema.json` writes the schema beside this file.\n"
ORDER = (
    "layer", "summary", "description", "reference", "package", "args", "require", "sizes", "inputs", "inputs_as",
    "call_args", "weights", "layers", "constants", "call", "outputs", "outputs_as", "mask", "cell", "example",
)  # fmt: skip


def dump(data: dict[str, Any]) -> str:
    """YAML 1.2 that reads back as the same data."""
    from ruamel.yaml import YAML
    from ruamel.yaml.scalarstring import LiteralScalarString

    assert set(ORDER) == {field.encode_name for field in msgspec.structs.fields(Spec)}
    ordered = {key: data[key] for key in ORDER if key in data} | {
        key: data[key] for key in data if key not in ORDER
    }
    if "\n" in str(ordered.get("call", "")):
        ordered["call"] = LiteralScalarString(ordered["call"].rstrip("\n") + "\n")
    yaml = YAML()
    yaml.default_flow_style = False
    yaml.width = 100
    stream = io.StringIO()
    yaml.dump(ordered, stream)
    return SCHEMA_LINE + stream.getvalue()
