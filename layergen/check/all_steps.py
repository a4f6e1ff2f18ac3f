"""The whole of a check, step after step: find, plan, run, judge, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from layergen.check.find import Target, find
from layergen.check.job import DriveHint
from layergen.check.result import LayerReport, Report, Run
from layergen.check.runner.cache import Cache
from layergen.check.runner.gathered import Gathered
from layergen.check.runner.limits import Limits
from layergen.check.runner.plan import BACKENDS, Pairing, default_jobs, plan

if TYPE_CHECKING:
    from layergen.check.registry import RegisteredRule


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
    cache_is_wanted: bool,
    progress: Callable[[str, str, str], None] | None,
    probes: tuple[str, ...],
    layers_expected: bool,
) -> Report:
    """See `layergen.check.check`."""
    found = find(targets, layers_expected)
    pairings = plan(found.targets, backends)
    known = {pairing: hints.get(pairing.target.class_name, hint) for pairing in pairings}
    limits = Limits(timeout, memory) if memory else Limits(timeout)
    cache = Cache(use=cache_is_wanted, options=(limits, probes), judged_with=(select, ignore))
    names = {pairing: cache.key(pairing, known[pairing]) for pairing in pairings}
    reports: dict[Target, LayerReport] = {}
    for target in found.targets:
        mine = [names[pairing] for pairing in pairings if pairing.target == target]
        kept = cache.read_runs(mine) if mine else None
        if kept is not None:
            reports[target] = _report(target, kept)
    waiting = [pairing for pairing in pairings if pairing.target not in reports]
    gathered = _gather(
        waiting, known, names, cache, limits, jobs or default_jobs(), progress, probes
    )
    for target in found.targets:
        if target not in reports:
            runs = _judged(target, gathered, select, ignore)
            reports[target] = _report(target, runs)
            mine = [name for pairing, name in names.items() if pairing.target == target]
            if not any(gathered[p].lasting is False for p in gathered if p.target == target):
                cache.write_runs(mine, runs)
    failed = dict.fromkeys(one.failed for one in gathered.values() if one.failed is not None)
    layers = tuple(reports[target] for target in found.targets)
    return Report(layers, strict, found.problems + tuple(failed))


def _gather(
    pairings: Sequence[Pairing],
    hints: Mapping[Pairing, DriveHint | None],
    names: Mapping[Pairing, str | None],
    cache: Cache,
    limits: Limits,
    jobs: int,
    progress: Callable[[str, str, str], None] | None,
    probes: tuple[str, ...],
) -> dict[Pairing, Gathered]:
    """Evidence of each pairing: kept from an earlier check, or from child processes."""
    gathered: dict[Pairing, Gathered] = {}
    for pairing in pairings:
        kept = cache.read(names[pairing], pairing)
        if kept is not None:
            gathered[pairing] = kept
    waiting = [pairing for pairing in pairings if pairing not in gathered]
    if waiting:
        from layergen.check.runner.run import Runner

        with Runner(limits, jobs, probes) as runner:
            for one in runner.run(waiting, hints, progress):
                gathered[one.pairing] = one
                cache.write(names[one.pairing], one)
    return gathered


def _judged(
    target: Target,
    gathered: Mapping[Pairing, Gathered],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> tuple[Run, ...]:
    """The runs of one layer, judged with what its other runs saw."""
    # Loading all rules takes longer than reading a kept result.
    from layergen.check.gather import evidence_of, has_second_turn, run_of, with_others
    from layergen.check.probes import WITH_OPTIONAL

    pairs = [Pairing(target, name) for name in BACKENDS]
    mine = {pair.backend: gathered[pair] for pair in pairs if pair in gathered}
    seen = with_others({name: evidence_of(one) for name, one in mine.items()})
    fuller = with_others(
        {
            name: evidence_of(one, WITH_OPTIONAL)
            for name, one in mine.items()
            if has_second_turn(one)
        }
    )
    rules = chosen_rules(select, ignore)
    return tuple(run_of(one, seen[name], rules, fuller.get(name)) for name, one in mine.items())


def chosen_rules(select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[RegisteredRule, ...]:
    """The rules that are judged, by codes and prefixes of codes."""
    from layergen.check.registry import registered_rules

    return tuple(
        entry
        for entry in registered_rules()
        if (not select or entry.rule.code.startswith(select))
        and not (ignore and entry.rule.code.startswith(ignore))
    )


def _report(target: Target, runs: tuple[Run, ...]) -> LayerReport:
    return LayerReport(
        target.label, target.path, target.class_name, target.line, runs, target.skipped
    )
