"""The JSON Schema of the spec, made from the fields, short forms included."""

from __future__ import annotations

from typing import Any

import msgspec

from layergen.spec.fields import SHORT_FORMS, Spec

SCHEMA_URL = "https://json-schema.org/draft/2020-12/schema"


def spec_schema() -> dict[str, Any]:
    """JSON Schema, draft 2020-12, of a spec file."""
    schema: dict[str, Any] = msgspec.json.schema(Spec)
    definitions = schema["$defs"]
    spec = definitions.pop("Spec")
    properties = spec["properties"]
    for key, field in SHORT_FORMS.items():
        entry = properties[key]["additionalProperties"]
        name = entry["$ref"].rpartition("/")[2]
        short = definitions[name]["properties"][field]
        forms = [entry, {key_: value for key_, value in short.items() if key_ != "default"}]
        properties[key]["additionalProperties"] = {
            "anyOf": [*forms, {"type": "null"}] if key != "inputs" else forms
        }
    short_argument = {
        "description": "A default, which fixes the type; or `type = default`.",
        "type": ["boolean", "number", "string", "array"],
    }
    for key in ("args", "call_args"):
        entry = properties[key]["additionalProperties"]
        properties[key]["additionalProperties"] = {"anyOf": [entry, short_argument]}
    # `type` may be left out where the default tells it.
    for name in ("Arg", "CallArg"):
        definitions[name]["required"] = [
            key for key in definitions[name].get("required", []) if key != "type"
        ]
    return {"$schema": SCHEMA_URL, "title": "layergen spec", **spec, "$defs": definitions}
