"""`layergen new`: a layer from a spec, from flags, or from a spec of the gallery."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from layergen.cli import writing as w


def new(
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
    from_: w.From = None,
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
    """Write a layer and its test, and check it on random tensors.

    \b
    layergen new MyLayer --output-dim 64     one input, one kernel: the smallest real layer
    layergen new highway.yaml                from a spec file ('-' reads standard input)
    layergen new MyGate --from highway       start from a spec of the gallery
    layergen new Scale --input "x: batch, ..., d" --weight "scale: d = ones" \\
        --call "y = x * scale" --output "y: batch, ..., d"
    """
    flags = {
        "output-dim": output_dim, "input": input, "output": output, "weight": weight, "call": call, "arg": arg,
        "size": size, "require": require, "layer": layer, "constant": constant, "call-arg": call_arg,
        "inputs-as": inputs_as, "outputs-as": outputs_as, "mask": mask, "summary": summary,
        "reference": reference, "package": package,
    }  # fmt: skip
    wanted = w.Wanted(
        directory, dry_run, diff, force, no_check, no_test, spec_out, backend, line_length, format
    )
    document, origin = read(name, flags, from_)
    w.write_layer(document, origin, wanted)


def read(name: str, flags: dict, from_: str | None) -> tuple:
    """The spec, and what the header says it came from."""
    import sys

    from layergen.errors import LayergenError
    from layergen.generated import document_of
    from layergen.spec.document import Document, read_document
    from layergen.spec.flags import document_from_flags, new_layer

    given = {flag: value for flag, value in flags.items() if value not in (None, [])}
    output_dim = given.pop("output-dim", None)
    is_file = name == "-" or name.endswith((".yaml", ".yml")) or "/" in name
    if is_file:
        if output_dim is not None or from_ is not None:
            raise LayergenError(f"{name}: a spec file takes no --output-dim and no --from")
        base = (
            read_document(sys.stdin.read(), "<stdin>") if name == "-" else document_of(Path(name))
        )
        origin = f"from {'standard input' if name == '-' else Path(name).name}"
        return (document_from_flags(None, given, base) if given else base), origin
    if from_ is not None:
        from layergen.gallery import find_spec

        base = document_of(find_spec(from_))
        if output_dim is not None:
            raise LayergenError("--output-dim goes with the smallest layer, not with --from")
        return document_from_flags(name, given, base), "from " + w.command_line(
            "new", name, {"from": Path(from_).name, **given}
        )
    own_mathematics = "call" in given
    if own_mathematics and output_dim is not None:
        raise LayergenError(
            "--output-dim goes with the smallest layer; with --call, write --arg 'output_dim: int'"
        )
    data = (
        {}
        if own_mathematics
        else new_layer(output_dim, given.get("input", ()), given.get("output", ()))
    )
    shown = {"output-dim": output_dim, **given} if output_dim is not None else given
    document = document_from_flags(name, given, Document("flags", data))
    return document, "from " + w.command_line("new", name, shown)
