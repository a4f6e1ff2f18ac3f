"""`layergen schema`: the JSON Schema of the spec, for editors."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of the spec.

    \b
    layergen schema > layergen.schema.json
    """
    import json

    from layergen.spec.schema import spec_schema

    print(json.dumps(spec_schema(), indent=2))
