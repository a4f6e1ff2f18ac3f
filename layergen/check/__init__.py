"""Proves layers right: find → drive → probe → judge → report."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from layergen.check.job import DriveHint
    from layergen.check.result import Report
    from layergen.check.silence import Declared

Progress = Callable[[str, str, str], None]  # target, backend, what is being done


def check(
    targets: str | Path | Sequence[str | Path],
    *,
    backends: Sequence[str] | None = None,
    init: dict[str, Any] | None = None,
    inputs: Any = None,
    arguments: dict[str, Any] | None = None,
    call: dict[str, Any] | None = None,
    dtype: str | None = None,
    hints: Mapping[str, DriveHint] | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    strict: bool = False,
    jobs: int | None = None,
    timeout: float = 30.0,
    memory: int | None = None,
    cache: bool = True,
    progress: Progress | None = None,
    declared: Declared | None = None,
    probes: Sequence[str] = (),
    pass_with_no_layers: bool = False,
) -> Report:
    """Checks every layer behind the targets and says what is wrong with it.

    Args:
        targets: Files, folders, `path.py::Class` or `package.module:Class`.
        backends: `tensorflow`, `jax`, `torch`; by itself all that are installed, or the one that a file imports openly.
        init, inputs, arguments, call, dtype: How to construct and call the layers, as far as it is known (`DriveHint`).
        hints: The same for single classes, by class name; these come before the ones above.
        select: Codes or prefixes (`LG3`) of the rules to judge; all where empty.
        ignore: Codes or prefixes not to judge.
        strict: Warnings count for the exit status too.
        jobs: Layers checked at the same time; the number of processors by itself.
        timeout: Seconds that one probe may take.
        memory: Bytes that one child process may take.
        cache: Use and keep results of earlier checks of the same content.
        progress: Called with target, backend and step whenever a child goes on to another probe.
        declared: Rules that are meant to be broken, with reasons; ignore comments in the source always hold.
        probes: Run only these probes (for work on layergen itself).
        pass_with_no_layers: Targets without a layer are no problem (for hooks, which name every changed file).
    """
    from layergen.check.all_steps import check_all
    from layergen.check.job import DriveHint
    from layergen.check.silence import silenced

    known = DriveHint("flags", init, inputs, arguments, call, dtype)
    report = check_all(
        [targets] if isinstance(targets, str | Path) else list(targets),
        backends=backends,
        hint=None if known.empty else known,
        hints=hints or {},
        select=tuple(select),
        ignore=tuple(ignore),
        strict=strict,
        jobs=jobs,
        timeout=timeout,
        memory=memory,
        cache_is_wanted=cache,
        progress=progress,
        probes=tuple(probes),
        layers_expected=not pass_with_no_layers,
    )
    return silenced(report, declared)


class _Callable(types.ModuleType):
    """`layergen.check(...)` is the function of this package: a function there would be hidden by the package itself."""

    def __call__(self, *args: Any, **options: Any) -> Report:
        return check(*args, **options)


sys.modules[__name__].__class__ = _Callable
