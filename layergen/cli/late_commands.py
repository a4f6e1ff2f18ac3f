"""Commands whose options are read when they are run: reading those of all commands takes as long as importing them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import typer.core
import typer.main
from typer.models import CommandInfo

from layergen.cli.plain_values import PlainCommand, PlainGroup


class LateCommands(Mapping[str, Any]):
    """Name → command, made anew each time it is asked for."""

    def __init__(self, *functions: Callable[..., None]) -> None:
        self.functions = {function.__name__: function for function in functions}

    def __getitem__(self, name: str) -> Any:
        info = CommandInfo(name, cls=PlainCommand, callback=self.functions[name])
        return typer.main.get_command_from_info(
            info, pretty_exceptions_short=True, rich_markup_mode=None
        )

    def __iter__(self) -> Iterator[str]:
        return iter(self.functions)

    def __len__(self) -> int:
        return len(self.functions)


class LateGroup(PlainGroup):
    """The class that is derived from it says which commands there are."""

    late: LateCommands

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = self.late

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The list of commands needs their names and what their docstrings say, and no option."""
        told = [
            typer.core.TyperCommand(name=name, help=inspect.getdoc(function))
            for name, function in self.late.functions.items()
        ]
        typer.core.TyperGroup(commands=told).format_commands(ctx, formatter)
