"""What `new` and `multi` share: from flags to files, the check, and what is said of both."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from layergen.generated import Generated
    from layergen.spec.document import Document

Inputs = Annotated[
    list[str] | None,
    typer.Option("--input", help="'x: batch, ..., d', or 'ids: batch, time = int'."),
]
Outputs = Annotated[list[str] | None, typer.Option("--output", help="'y: batch, ..., units'.")]
Weights = Annotated[
    list[str] | None,
    typer.Option(
        "--weight",
        help="'scale: d = ones'; more keys behind a semicolon: 'seen: [] = zeros; trainable=false'.",
    ),
]
Args = Annotated[list[str] | None, typer.Option("--arg", help="'units: int', 'rate: float = 0.1'.")]
Sizes = Annotated[list[str] | None, typer.Option("--size", help="'head_size: units // heads'.")]
Layers = Annotated[
    list[str] | None, typer.Option("--layer", help="'norm: LayerNormalization(epsilon=1e-6)'.")
]
Constants = Annotated[
    list[str] | None, typer.Option("--constant", help="'rates: 10000 ** -arange(8)'.")
]
CallArgs = Annotated[list[str] | None, typer.Option("--call-arg", help="'temperature: 1.0'.")]
Require = Annotated[list[str] | None, typer.Option("--require", help="'units % heads == 0'.")]
Call = Annotated[
    list[str] | None,
    typer.Option("--call", help="The mathematics: 'y = x * scale'; once for each line."),
]
OutputDim = Annotated[
    int | None, typer.Option("--output-dim", min=1, help="Size of the output's last axis.")
]
InputsAs = Annotated[
    str | None, typer.Option("--inputs-as", help="single, list, dict or arguments.")
]
OutputsAs = Annotated[str | None, typer.Option("--outputs-as", help="single, list, tuple or dict.")]
Mask = Annotated[
    str | None, typer.Option("--mask", help="pass, stop, or an expression over the masks.")
]
Summary = Annotated[str | None, typer.Option("--summary", help="One line for the docstring.")]
Reference = Annotated[str | None, typer.Option("--reference", help="The paper, for the docstring.")]
Package = Annotated[
    str | None, typer.Option("--package", help="Package that the class is registered under.")
]
From = Annotated[
    str | None, typer.Option("--from", help="Start from a spec of the gallery, or from a file.")
]
Directory = Annotated[Path, typer.Option("--dir", help="Where the files go.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the files; write nothing.")]
Diff = Annotated[bool, typer.Option("--diff", help="Show what would change; write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Replace files that exist.")]
NoCheck = Annotated[bool, typer.Option("--no-check", help="Do not check the layer.")]
NoTest = Annotated[bool, typer.Option("--no-test", help="Do not write the test.")]
SpecOut = Annotated[
    Path | None, typer.Option("--spec-out", help="Write the YAML that the flags stand for.")
]
Backends = Annotated[
    list[str] | None, typer.Option("--backend", help="Check on this backend; may be repeated.")
]
LineLength = Annotated[
    int, typer.Option("--line-length", min=40, max=320, help="Width of the source.")
]
Format = Annotated[str, typer.Option("--format", help="text or json.")]


@dataclass(frozen=True)
class Wanted:
    """How the files are to be written, checked and told."""

    directory: Path
    dry_run: bool
    diff: bool
    force: bool
    no_check: bool
    no_test: bool
    spec_out: Path | None
    backends: list[str] | None
    line_length: int
    format: str


def command_line(command: str, name: str, flags: dict[str, Any]) -> str:
    """The command that writes the same layer again, in a fixed order, for the header."""
    import shlex

    words = ["layergen", command, name]
    for flag, given in flags.items():
        for value in given if isinstance(given, list) else [given]:
            if value is not None:
                words += [f"--{flag}", shlex.quote(str(value))]
    return " ".join(words)


def write_layer(document: Document, origin: str, wanted: Wanted) -> None:
    """Generates, writes, checks and tells."""
    from layergen.errors import LayergenError
    from layergen.generated import generate_files
    from layergen.render.write import difference, write_files

    if wanted.format not in ("text", "json"):
        raise LayergenError(f"--format {wanted.format!r}: expected text or json")
    made = generate_files(document, origin, wanted.line_length)
    files = {wanted.directory / f"{made.module}.py": made.layer}
    if not wanted.no_test:
        files[wanted.directory / f"test_{made.module}.py"] = made.test
    if wanted.spec_out is not None and str(wanted.spec_out) != "-":
        files[wanted.spec_out] = spec_text(document)
    if str(wanted.spec_out) == "-":
        print(spec_text(document), end="")
        return
    if wanted.diff:
        print("".join(difference(path, text) for path, text in files.items()), end="")
        return
    if wanted.dry_run:
        print(
            "\n\n".join(
                text if len(files) == 1 else f"# {path.as_posix()}\n{text}"
                for path, text in files.items()
            ),
            end="",
        )
        return
    written = write_files(files, wanted.force)
    if wanted.format == "text":
        for path in files:
            print(f"wrote {path}" if path in written else f"{path} is up to date")
        for line in _remarks(document):
            print(line)
    if not wanted.no_check:
        _check(made, next(iter(files)), wanted)


def spec_text(document: Document) -> str:
    """The spec as YAML, with the line by which editors find its schema."""
    from layergen.spec.dump import dump

    return dump(document.data)


def _remarks(document: Document) -> list[str]:
    if document.data.get("weights") or document.data.get("layers"):
        return []
    return ["No weights: a class rather than a Lambda, whose function is not saved with the model."]


def _check(made: Generated, path: Path, wanted: Wanted) -> None:
    """The smoke test: `check` on the new file, driven with the spec's own shapes and arguments."""
    import gc
    import json

    from layergen.check import check
    from layergen.check.job import DriveHint
    from layergen.check.report import Style, rendered

    gc.enable()
    inputs = None if made.separate else made.inputs
    arguments = made.inputs if made.separate else None
    hint = DriveHint("spec", init=made.init, inputs=inputs, arguments=arguments)
    report = check(path, backends=wanted.backends, hints={made.class_name: hint})
    if wanted.format == "json":
        print(
            json.dumps(
                {**json.loads(rendered(report, "json")), "written": path.as_posix()}, indent=2
            )
        )
    else:
        print(rendered(report, "text", Style(color=False)), end="")
    sys.stdout.flush()
    raise typer.Exit(report.exit_status)
