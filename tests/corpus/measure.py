"""Measures the checker on the held-out pairs: caught, false alarms and undriven, by family and backend.

python tests/corpus/measure.py --backend tensorflow --backend jax --baseline
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from layergen.check import check
from layergen.check.result import ERROR, Run

from pairs import HERE, Pair, read_pairs, twins


@dataclass(frozen=True)
class Measured:
    """What the checker made of one pair on one backend."""

    pair: str
    family: str
    fault: str
    backend: str
    caught: tuple[str, ...]  # rules that the broken half breaks and its twin does not
    alarms: tuple[str, ...]  # errors on the twin
    warnings: tuple[str, ...]  # warnings on the twin
    broken_driven: bool
    twin_driven: bool
    said: tuple[str, ...]  # what was said of the broken half
    twin_said: tuple[str, ...]


def runs_on(paths: Sequence[tuple[Path, str]], backend: str, cached: bool) -> dict[Path, Run]:
    """One check over all these files on one backend."""
    targets = [f"{path}::{class_name}" for path, class_name in paths]
    report = check(targets, backends=[backend], cache=cached)
    for problem in report.problems:
        print("problem:", problem, file=sys.stderr)
    return {
        Path(layer.file).resolve(): run
        for layer in report.layers
        for run in layer.runs
        if run.backend == backend
    }


def described(run: Run | None) -> tuple[str, ...]:
    if run is None:
        return ("no run",)
    said = [f"{f.rule} {f.name} ({f.severity}): {f.message}" for f in run.findings]
    return tuple(said) if run.driven else (*said, *(f"tried {one}" for one in run.tried[:4]))


def measured(pair: Pair, backend: str, broken: Run | None, twin: Run | None) -> Measured:
    theirs = twin.findings if twin else ()
    on_broken = {finding.rule for finding in (broken.findings if broken else ())}
    return Measured(
        pair=pair.name,
        family=pair.family,
        fault=pair.fault,
        backend=backend,
        caught=tuple(sorted(on_broken - {finding.rule for finding in theirs})),
        alarms=tuple(sorted({f.rule for f in theirs if f.severity == ERROR})),
        warnings=tuple(sorted({f.rule for f in theirs if f.severity != ERROR})),
        broken_driven=bool(broken and broken.driven),
        twin_driven=bool(twin and twin.driven),
        said=described(broken),
        twin_said=described(twin),
    )


def measure(pairs: Sequence[Pair], backend: str, cached: bool) -> list[Measured]:
    """Checks both halves of each pair; twins of one text are checked once."""
    shared = twins(read_pairs())
    wanted = {pair.broken: pair.class_name for pair in pairs}
    wanted |= {shared[pair.name]: pair.class_name for pair in pairs}
    runs = runs_on(list(wanted.items()), backend, cached)
    return [
        measured(
            pair,
            backend,
            runs.get(pair.broken.resolve()),
            runs.get(shared[pair.name].resolve()),
        )
        for pair in pairs
    ]


def baseline(pairs: Sequence[Pair], backend: str) -> dict[str, dict[str, str]]:
    """Pair name → what run_layer_test said of its two halves."""
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "said.json"
        names = json.dumps([pair.name for pair in pairs])
        command = [sys.executable, str(HERE / "baseline.py"), backend, names, str(result)]
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
        return json.loads(result.read_text()) if result.exists() else {}


def table(rows: Sequence[Measured], keras_says: dict[str, dict[str, str]]) -> str:
    """Figures by family, and beside them those of run_layer_test where it was run."""
    lines = [f"{'family':<12}{'pairs':>6}{'caught':>8}{'alarms':>8}{'undriven':>10}"]
    if keras_says:
        lines[0] += f"{'run_layer_test':>16}{'its alarms':>12}"
    families = sorted({row.family for row in rows})
    for family in [*families, "all"]:
        these = [row for row in rows if family in (row.family, "all")]
        caught = sum(bool(row.caught) for row in these)
        alarms = sum(bool(row.alarms) for row in these)
        undriven = sum(not row.twin_driven for row in these)
        line = f"{family:<12}{len(these):>6}{caught:>8}{alarms:>8}{undriven:>10}"
        if keras_says:
            said = [keras_says[row.pair] for row in these if row.pair in keras_says]
            found = sum(bool(one["broken"]) and not one["repaired"] for one in said)
            wrong = sum(bool(one["repaired"]) for one in said)
            line += f"{found:>16}{wrong:>12}"
        lines.append(line)
    return "\n".join(lines)


def details(rows: Sequence[Measured]) -> str:
    """Every miss and, once for each twin, every false alarm and layer that was not driven."""
    lines = []
    for row in rows:
        if not row.caught:
            lines.append(f"missed  {row.pair}: {row.fault}")
            lines += [f"          both: {one[:160]}" for one in row.said]
    told = set()
    for row in rows:
        if row.twin_said not in told and (row.alarms or not row.twin_driven):
            told.add(row.twin_said)
            lines.append(f"{'alarm' if row.alarms else 'undriven'}  {row.pair}/repaired.py")
            lines += [f"          {one[:300]}" for one in row.twin_said]
    counted = Counter(code for row in rows for code in row.warnings)
    lines.append(f"warnings on twins, by pair: {dict(sorted(counted.items()))}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--backend", action="append", help="may be given several times")
    parser.add_argument("--family", action="append", default=[])
    parser.add_argument("--pair", action="append", default=[], help="part of a pair's name")
    parser.add_argument("--baseline", action="store_true", help="run_layer_test beside it")
    parser.add_argument("--json", type=Path, help="write every row here")
    parser.add_argument("--no-cache", action="store_true")
    asked = parser.parse_args()
    pairs = read_pairs(asked.family, asked.pair)
    everything = []
    for backend in asked.backend or ["tensorflow"]:
        rows, keras_says = [], {}
        for family in sorted({pair.family for pair in pairs}):
            these = [pair for pair in pairs if pair.family == family]
            rows += measure(these, backend, not asked.no_cache)
            keras_says |= baseline(these, backend) if asked.baseline else {}
            if asked.json:  # after each family: a long run that is cut short has said something
                told = [asdict(row) | {"keras": keras_says.get(row.pair)} for row in rows]
                asked.json.write_text(json.dumps(everything + told, indent=1) + "\n")
        everything += [asdict(row) | {"keras": keras_says.get(row.pair)} for row in rows]
        print(f"\n{backend}\n{table(rows, keras_says)}\n\n{details(rows)}", flush=True)


if __name__ == "__main__":
    main()
