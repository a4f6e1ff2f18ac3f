"""What `layergen check` does with its flags: joins them with pyproject.toml, runs the check, prints the report."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from layergen.check import check
from layergen.check.report import FORMATS, rendered
from layergen.check.report.progress import Progress
from layergen.check.report.terminal import style_for
from layergen.check.settings import Settings, settings_for
from layergen.check.written import named_structures, values
from layergen.errors import LayergenError


@dataclass(frozen=True)
class Asked:
    """The flags as they were given; None where one was not."""

    targets: Sequence[str]
    backends: Sequence[str] | None = None
    init: Sequence[str] | None = None
    inputs: Sequence[str] | None = None
    call: Sequence[str] | None = None
    dtype: str | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    strict: bool | None = None
    jobs: int | None = None
    timeout: float | None = None
    cache: bool | None = None
    pass_with_no_layers: bool = False


def run_check(asked: Asked, form: str, output: str | None) -> int:
    """Checks and reports; the exit status."""
    gc.enable()  # `main` turned it off for the short commands
    if form not in FORMATS:
        raise LayergenError(f"--format: {form!r} is none of {', '.join(FORMATS)}")
    settings = settings_for(asked.targets[0])
    options = options_of(asked, settings)
    progress = Progress()
    started = time.monotonic()
    try:
        report = check(list(asked.targets), progress=progress, **options)
    finally:
        progress.done()
    style = style_for(sys.stdout, time.monotonic() - started)
    if output is not None:
        write(output, rendered(report, form))
        form = "text"
    _print(rendered(report, form, style))
    return report.exit_status


def options_of(asked: Asked, settings: Settings) -> dict[str, Any]:
    """The arguments for `check`: flags first, then pyproject.toml."""
    from layergen.check.choose import chosen_codes

    options = dict(settings.options)
    for name in ("backends", "select", "ignore", "strict", "jobs", "timeout", "cache", "dtype"):
        given = getattr(asked, name)
        if given is not None:
            options[name] = given
    for name in ("select", "ignore"):
        options[name] = chosen_codes(options.get(name, ()))
    if "all" in (options.get("backends") or ()):
        options["backends"] = None
    inputs, arguments = named_structures(asked.inputs or ())
    options["inputs"], options["arguments"] = inputs, arguments
    options["init"], options["call"] = values(asked.init, "--init"), values(asked.call, "--call")
    options["declared"] = settings.declared
    options["pass_with_no_layers"] = asked.pass_with_no_layers
    given = ("init", "inputs", "arguments", "call", "dtype")
    flags = {name: options[name] for name in given if options.get(name) is not None}
    options["hints"] = {name: replace(hint, **flags) for name, hint in settings.hints.items()}
    return options


def write(path: str, text: str) -> None:
    """A report file, whole or not at all."""
    from pathlib import Path

    target = Path(path)
    beside = target.with_name(f".{target.name}.part")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)
    except OSError as error:
        raise LayergenError(f"{path}: cannot be written: {error.strerror}") from None


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
