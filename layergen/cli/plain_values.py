"""Values of the command line that need no conversion, kept from the library that typer converts with: it takes 0.2 s to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer
import typer.core

from layergen import __version__
from layergen.errors import LayergenError


class _PlainValues:
    """Plain values are taken as they are; all others, and mistakes, are typer's own."""

    def get_params(self, ctx: Any) -> list[Any]:
        parameters = super().get_params(ctx)  # type: ignore[misc]
        for parameter in parameters:
            # Older typers convert by click alone, and have no such attribute.
            if getattr(parameter, "_runtime_param", 0) is None:
                parameter._runtime_param = _Plain()
        return parameters


class PlainCommand(_PlainValues, typer.core.TyperCommand):
    def invoke(self, ctx: Any) -> Any:
        """With `--format json` a mistake of the user's is told in JSON too."""
        try:
            return super().invoke(ctx)
        except LayergenError as error:
            if ctx.params.get("format") != "json":
                raise
            import json

            told = {"exit_status": error.exit_status, "problems": error.as_data()}
            print(json.dumps({"layergen": __version__, **told}, indent=2, ensure_ascii=False))
            raise typer.Exit(error.exit_status) from None


class PlainGroup(_PlainValues, typer.core.TyperGroup):
    pass


class _Plain:
    """What typer asks to convert the value of one parameter."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        annotation = param.type_descriptor.annotation
        many = param.multiple or param.nargs == -1
        if value is None:
            return () if many else None
        if many and annotation == list[str]:
            return list(value)
        if annotation in (str, Path) and isinstance(value, str):
            return annotation(value)
        if isinstance(value, annotation) if isinstance(annotation, type) else False:
            return value
        if annotation is int and isinstance(value, str):
            return _integer(value, param.type_descriptor.parameter_info)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _integer(value: str, limits: Any) -> int:
    """An integer within its limits; typer's own message would not show what was read."""
    low, high = limits.min, limits.max
    try:
        number = int(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not an integer") from None
    if (low is not None and number < low) or (high is not None and number > high):
        expected = f"from {low} to {high}" if high is not None else f"of at least {low}"
        raise typer.BadParameter(f"{value!r}: expected an integer {expected}")
    return number
