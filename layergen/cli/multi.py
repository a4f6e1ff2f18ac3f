"""`layergen multi`: list-in, list-out layers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from layergen.cli import writing as w


def multi(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME|SPEC",
            help="Name of the class, a spec file, or - for standard input.",
            show_default=False,
        ),
    ],
    output_dim: w.OutputDim = None,
    input: w.Inputs = None,
    output: w.Outputs = None,
    weight: w.Weights = None,
    call: w.Call = None,
    arg: w.Args = None,
    size: w.Sizes = None,
    require: w.Require = None,
    layer: w.Layers = None,
    constant: w.Constants = None,
    call_arg: w.CallArgs = None,
    inputs_as: w.InputsAs = None,
    outputs_as: w.OutputsAs = None,
    mask: w.Mask = None,
    summary: w.Summary = None,
    reference: w.Reference = None,
    package: w.Package = None,
    directory: w.Directory = Path(),
    dry_run: w.DryRun = False,
    diff: w.Diff = False,
    force: w.Force = False,
    no_check: w.NoCheck = False,
    no_test: w.NoTest = False,
    spec_out: w.SpecOut = None,
    backend: w.Backends = None,
    line_length: w.LineLength = 80,
    format: w.Format = "text",
) -> None:
    """Write a layer that takes a list of tensors and gives a list of tensors.

    \b
    layergen multi MyPair --output-dim 64              [a @ kernel + b, mean(b, axis=-1)]
    layergen multi Triple --input a --input b --input c --output y --output z
    layergen multi Cross --input "a: batch, d" --input "b: batch, d" \\
        --call "y = a * b" --call "z = a - b" --output "y: batch, d" --output "z: batch, d"
    """
    flags = {
        "input": input, "output": output, "weight": weight, "call": call, "arg": arg, "size": size,
        "require": require, "layer": layer, "constant": constant, "call-arg": call_arg, "inputs-as": inputs_as,
        "outputs-as": outputs_as, "mask": mask, "summary": summary, "reference": reference, "package": package,
    }  # fmt: skip
    wanted = w.Wanted(
        directory, dry_run, diff, force, no_check, no_test, spec_out, backend, line_length, format
    )
    document, origin = read(name, output_dim, flags)
    w.write_layer(document, origin, wanted)


def read(name: str, output_dim: int | None, flags: dict) -> tuple:
    """The spec, and what the header says it came from."""
    from layergen.cli.new import read as read_new
    from layergen.spec.document import Document
    from layergen.spec.flags import document_from_flags, multi_layer

    given = {flag: value for flag, value in flags.items() if value not in (None, [])}
    lists = {"inputs-as": "list", "outputs-as": "list"}
    if name == "-" or name.endswith((".yaml", ".yml")) or "/" in name:
        return read_new(name, {**flags, "output-dim": output_dim}, None)
    origin = "from " + w.command_line("multi", name, {"output-dim": output_dim, **given})
    if "call" in given:
        data = (
            {}
            if output_dim is None
            else {"args": {"output_dim": {"type": "int", "min": 1, "default": output_dim}}}
        )
        return document_from_flags(name, {**lists, **given}, Document("flags", data)), origin
    data = multi_layer(output_dim, given.get("input", []), given.get("output", []))
    # Names alone are declared by the smallest layer already; only those with a shape say more.
    for flag in ("input", "output"):
        if flag in given:
            given[flag] = [text for text in given[flag] if ":" in text]
    return document_from_flags(name, given, Document("flags", data)), origin
