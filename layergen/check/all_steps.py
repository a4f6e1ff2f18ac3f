"""The whole of a check, step after step: find, plan, run, judge, report."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from layergen.check.find import Target, find
from layergen.check.gather import evidence_of, run_of, with_others
from layergen.check.job import DriveHint
from layergen.check.registry import RegisteredRule, registered_rules
from layergen.check.result import LayerReport, Report
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.plan import BACKENDS, Pairing, default_jobs, plan
from layergen.check.runner.watch import Limits


def check_all(
    targets: Sequence[str | Path],
    *,
    backends: Sequence[str] | None,
    hint: DriveHint | None,
    hints: Mapping[str, DriveHint],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    strict: bool,
    jobs: int | None,
    timeout: float,
    memory: int | None,
    cache: bool,
    progress: Callable[[str, str, str], None] | None,
    probes: tuple[str, ...],
) -> Report:
    """See `layergen.check.check`."""
    found = find(targets)
    pairings = plan(found.targets, backends)
    known = {pairing: hints.get(pairing.target.class_name, hint) for pairing in pairings}
    limits = Limits(timeout, memory) if memory else Limits(timeout)
    gathered = _gather(pairings, known, limits, jobs or default_jobs(), probes, progress, cache)
    rules = chosen_rules(select, ignore)
    layers = tuple(_layer_report(target, gathered, rules) for target in found.targets)
    problems = found.problems + tuple(
        dict.fromkeys(one.failed for one in gathered.values() if one.failed is not None)
    )
    return Report(layers, strict, problems)


def _gather(
    pairings: Sequence[Pairing],
    hints: Mapping[Pairing, DriveHint | None],
    limits: Limits,
    jobs: int,
    probes: tuple[str, ...],
    progress: Callable[[str, str, str], None] | None,
    use_cache: bool,
) -> dict[Pairing, Gathered]:
    """Evidence of each pairing: kept from an earlier check, or from child processes."""
    gathered: dict[Pairing, Gathered] = {}
    names: dict[Pairing, str] = {}
    if use_cache:
        from layergen.check.runner import cache

        for pairing in pairings:
            with contextlib.suppress(OSError):
                names[pairing] = cache.key(pairing, hints[pairing], (limits, probes))
                kept = cache.read(names[pairing], pairing)
                if kept is not None:
                    gathered[pairing] = kept
    waiting = [pairing for pairing in pairings if pairing not in gathered]
    if waiting:
        from layergen.check.runner.run import Runner

        with Runner(limits, jobs, probes) as runner:
            for one in runner.run(waiting, hints, progress):
                gathered[one.pairing] = one
                if one.pairing in names:
                    cache.write(names[one.pairing], one)
    return gathered


def chosen_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[RegisteredRule, ...]:
    """The rules that are judged, by codes and prefixes of codes."""
    return tuple(
        entry
        for entry in registered_rules()
        if (not select or entry.rule.code.startswith(select))
        and not (ignore and entry.rule.code.startswith(ignore))
    )


def _layer_report(
    target: Target, gathered: Mapping[Pairing, Gathered], rules: Sequence[RegisteredRule]
) -> LayerReport:
    mine = {
        name: gathered[pair] for name in BACKENDS if (pair := Pairing(target, name)) in gathered
    }
    seen = with_others({name: evidence_of(one) for name, one in mine.items()})
    runs = tuple(run_of(one, seen[name], rules) for name, one in mine.items())
    return LayerReport(
        target.label, target.path, target.class_name, target.line, runs, target.skipped
    )
