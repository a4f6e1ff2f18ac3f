"""How many of the layers of a package are driven with no configuration: `python tests/benchmarks/drive_rate.py [keras_hub]`."""

from __future__ import annotations

import argparse
import ast
import sys
import time
from collections import Counter
from pathlib import Path

from layergen.check import check
from layergen.check.find import find
from layergen.check.locate import resolve_module
from layergen.check.result import LayerReport
from layergen.errors import LayergenError

NOT_LAYERS_OF_THEIR_OWN = {"Layer", "Wrapper", "InputLayer"}  # bases, a node without call


def exported(package: str) -> list[str]:
    """Targets for the classes that `<package>.layers` exports, each class once."""
    path = resolve_module(f"{package}.layers")
    names: dict[str, str] = {}
    for node in ast.parse(Path(path).read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                name = alias.asname or alias.name
                if name[0].isupper() and name not in NOT_LAYERS_OF_THEIR_OWN:
                    names.setdefault(f"{node.module}.{alias.name}", f"{package}.layers:{name}")
    return [target for target in names.values() if is_layer(target)]


def is_layer(target: str) -> bool:
    try:
        return bool(find([target]).targets)
    except LayergenError:
        return False


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("package", nargs="?", default="keras")
    parser.add_argument("--backend", default="tensorflow")
    parser.add_argument("--jobs", type=int)
    parser.add_argument(
        "--full", action="store_true", help="run every probe, and show findings: the calibration"
    )
    given = parser.parse_args()
    started = time.monotonic()
    report = check(
        exported(given.package),
        backends=[given.backend],
        jobs=given.jobs,
        probes=() if given.full else ("construct",),
        cache=given.full,
    )
    show(report.layers, given.full)
    print(f"{time.monotonic() - started:.0f} s on {given.backend}")
    return 0


def show(layers: tuple[LayerReport, ...], full: bool) -> None:
    runs = [(layer, run) for layer in layers for run in layer.runs]
    driven = [(layer, run) for layer, run in runs if run.driven is not None]
    for layer, run in runs:
        print(
            f"{layer.class_name}: {run.driven.pin if run.driven else 'NOT DRIVEN'}  {run.seconds:.1f} s"
        )
        for line in () if run.driven else run.tried[:4]:
            print("    ", line[:300])
        if full:
            for finding in run.findings:
                print(f"     {finding.rule} {finding.severity} {finding.line}: {finding.message}")
    for layer in layers:
        if layer.skipped:
            print(f"{layer.class_name}: skipped, {layer.skipped}")
    if full:
        print(
            "findings:",
            Counter((f.rule, f.severity) for _, run in runs for f in run.findings).most_common(),
        )
        outcomes = Counter(o.outcome for _, run in runs for o in run.outcomes)
        print("outcomes:", dict(outcomes))
    print(f"driven {len(driven)} of {len(runs)}: {len(driven) / max(len(runs), 1):.1%}")


if __name__ == "__main__":
    sys.exit(main())
