"""A plain way into the check while working on it: `python -m layergen.check FILE --backend jax --json`."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys

from layergen.check import check


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m layergen.check")
    parser.add_argument("targets", nargs="+")
    parser.add_argument("--backend", action="append")
    parser.add_argument("--select", action="append", default=[])
    parser.add_argument("--init", type=json.loads)
    parser.add_argument("--inputs", type=json.loads)
    parser.add_argument("--timeout", type=float, default=30.0)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--probe", action="append", default=[], help="run only these probes")
    parser.add_argument("--no-cache", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--all", action="store_true", help="outcomes that are neither found nor blocked, too"
    )
    given = parser.parse_args()
    report = check(
        given.targets,
        backends=given.backend,
        init=given.init,
        inputs=given.inputs,
        select=given.select,
        timeout=given.timeout,
        jobs=given.jobs,
        probes=given.probe,
        cache=not given.no_cache,
    )
    if given.json:
        print(json.dumps(dataclasses.asdict(report), indent=1, default=str))
        return report.exit_status
    for problem in report.problems:
        print("problem:", problem)
    for layer in report.layers:
        print(layer.target, f"skipped: {layer.skipped}" if layer.skipped else "")
        for run in layer.runs:
            how = run.driven.pin if run.driven else "NOT DRIVEN"
            print(f"  {run.backend} {run.seconds:.2f} s, {run.driven and run.driven.how}: {how}")
            for line in run.tried:
                print("    tried:", line)
            for finding in run.findings:
                print(
                    f"    {finding.rule} {finding.severity} line {finding.line}: {finding.message}"
                )
            for outcome in run.outcomes:
                if given.all or outcome.outcome == "blocked":
                    print(f"    {outcome.rule} {outcome.outcome} {outcome.reason or ''}")
    print(dict(report.counts), "exit", report.exit_status)
    return report.exit_status


if __name__ == "__main__":
    sys.exit(main())
