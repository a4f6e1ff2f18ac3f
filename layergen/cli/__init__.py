"""The command line: one file per command, put together here. Nothing heavy is imported before a command runs."""

from __future__ import annotations

import os
import signal
import sys
from typing import Annotated

import typer

from layergen import __version__
from layergen.cli.check import check
from layergen.cli.explain import explain
from layergen.cli.gallery import gallery
from layergen.cli.late_commands import LateCommands, LateGroup
from layergen.cli.multi import multi
from layergen.cli.new import new
from layergen.cli.rules import rules
from layergen.cli.schema import schema
from layergen.errors import LayergenError


class Commands(LateGroup):
    late = LateCommands(new, multi, check, rules, explain, gallery, schema)


app = typer.Typer(
    name="layergen",
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,  # rich would double the time of --help
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        print(f"layergen {__version__}")
        raise typer.Exit


@app.callback()
def layergen(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Writes custom Keras layers and proves layers right.

    \b
    layergen new MyLayer --output-dim 64     write a layer and its test, and check it
    layergen new layer.yaml                  the same from a spec
    layergen check path/to/layer.py          what is wrong with any Keras layer
    """


def _end(number: int, _: object) -> None:
    sys.exit(128 + number)


def main() -> None:
    """Runs a command; a mistake of the user's is told without a traceback.

    Exit status: 0 clean, 1 findings, 2 bad usage or a bad spec, 3 not everything could be checked.
    """
    for ending in (signal.SIGTERM, signal.SIGHUP) if os.name == "posix" else ():
        signal.signal(ending, _end)  # an exception, so that no process and no file is left behind
    try:
        app()
    except LayergenError as error:
        print(f"layergen: {error}" if "\n" not in str(error) else error, file=sys.stderr)
        sys.exit(error.exit_status)
    except KeyboardInterrupt:
        print("layergen: stopped", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader went away (`layergen rules | head`): nothing is wrong, and nothing more can be printed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
