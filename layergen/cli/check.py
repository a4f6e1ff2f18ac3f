"""`layergen check`: the proof of any layer, told in one of the report formats."""

from __future__ import annotations

from typing import Annotated

import typer


def check(
    targets: Annotated[
        list[str],
        typer.Argument(
            metavar="TARGET...",
            help="A file, a folder, path.py::Class or package.module:Class.",
            show_default=False,
        ),
    ],
    backend: Annotated[
        list[str] | None,
        typer.Option(
            help="tensorflow, jax, torch or all; may be repeated. [default: all installed]"
        ),
    ] = None,
    init: Annotated[
        list[str] | None,
        typer.Option(help="Constructor arguments: 'units=8, rate=0.5' or a JSON object."),
    ] = None,
    input: Annotated[
        list[str] | None,
        typer.Option(help="An input: '2,8 float32', 'x: 2,8 float32' or JSON; once for each."),
    ] = None,
    call: Annotated[
        list[str] | None, typer.Option(help="Further arguments of the call: 'training=True'.")
    ] = None,
    dtype: Annotated[
        str | None, typer.Option(help="Dtype of the inputs that --input does not describe.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(help="Judge only these rules: codes, their beginnings, names or families."),
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(help="Rules not to judge.")] = None,
    strict: Annotated[
        bool | None,
        typer.Option(
            "--strict", help="Warnings make the exit status 1 as well.", show_default=False
        ),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", help="text, json, sarif, junit or github.")
    ] = "text",
    output: Annotated[
        str | None,
        typer.Option(help="Write the report to this file, and the text report to the terminal."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", "-j", min=1, help="Layers checked at a time. [default: processors]"),
    ] = None,
    timeout: Annotated[
        float | None, typer.Option(min=0.1, help="Seconds that one step may take. [default: 30]")
    ] = None,
    pass_with_no_layers: Annotated[
        bool,
        typer.Option(
            "--pass-with-no-layers",
            help="Files without a layer are fine: for hooks, which name every changed file.",
            show_default=False,
        ),
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Neither use nor keep results.", show_default=False)
    ] = False,
) -> None:
    """Prove Keras layers right, or name what is wrong with them.

    Every layer behind the targets is built, called, compiled, trained, saved and loaded in processes of its own.
    Exit status: 0 clean, 1 findings, 2 bad usage, 3 no finding, but something could not be checked.

    Examples:

      layergen check my_layer.py

      layergen check src/ --backend jax --format sarif --output layergen.sarif

      layergen check my_layer.py::Gate --init 'units=8' --input '2,16 float32'
    """
    from layergen.cli.checking import Asked, run_check

    asked = Asked(
        targets=targets,
        backends=backend,
        init=init,
        inputs=input,
        call=call,
        dtype=dtype,
        select=select,
        ignore=ignore,
        strict=strict,
        jobs=jobs,
        timeout=timeout,
        pass_with_no_layers=pass_with_no_layers,
        cache=False if no_cache else None,
    )
    raise typer.Exit(run_check(asked, format, output))
