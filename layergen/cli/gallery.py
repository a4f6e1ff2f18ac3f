"""`layergen gallery`: the specs to start from."""

from __future__ import annotations

from typing import Annotated

import typer


def gallery(
    name: Annotated[
        str | None,
        typer.Argument(help="Show this spec; all are listed without it.", show_default=False),
    ] = None,
    format: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """List the specs to start from, or show one.

    \b
    layergen gallery                         the list
    layergen gallery highway > highway.yaml  one of them
    """
    import json

    from layergen.errors import LayergenError
    from layergen.gallery import entries, find_spec

    if format not in ("text", "json"):
        raise LayergenError(f"--format {format!r}: expected text or json")
    if name is not None:
        text = find_spec(name).read_text(encoding="utf-8")
        print(json.dumps({"name": name, "spec": text}) if format == "json" else text, end="")
        return
    found = entries()
    if format == "json":
        print(json.dumps([entry.as_dict() for entry in found], indent=2))
        return
    width = max((len(entry.name) for entry in found), default=0)
    for entry in found:
        print(f"{entry.name:{width}}  {entry.summary}")
