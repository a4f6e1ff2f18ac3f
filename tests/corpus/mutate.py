"""Plants faults into good layers and counts which of them the checker finds.

python tests/corpus/mutate.py 'examples/*.py' --backend tensorflow --sample 150
"""

from __future__ import annotations

import argparse
import ast
import glob
import json
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from layergen.check import check
from layergen.check.result import ERROR, Run

import mutations  # noqa: F401 - enters its kinds
import mutations_of_call  # noqa: F401 - enters its kinds
from rewriting import KINDS


@dataclass(frozen=True)
class Mutant:
    """One layer file with one fault planted."""

    kind: str
    origin: Path
    class_name: str
    text: str


def target_class(tree: ast.Module) -> ast.ClassDef | None:
    """The last class of the file that has a call."""
    classes = [
        node
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        and any(isinstance(one, ast.FunctionDef) and one.name == "call" for one in node.body)
    ]
    return classes[-1] if classes else None


def mutants(path: Path, kinds: Sequence[str]) -> Iterator[Mutant]:
    """Every mutant of a file; the comments above the code are kept, they may say how to drive it."""
    text = path.read_text()
    head = [line for line in text.splitlines() if line.startswith("#")]
    layer = target_class(ast.parse(text))
    if layer is None:
        return
    for name in kinds:
        for changed in KINDS[name](layer):
            tree = ast.parse(text)
            place = next(
                index
                for index, node in enumerate(tree.body)
                if isinstance(node, ast.ClassDef) and node.name == layer.name
            )
            tree.body[place] = changed
            if name == "tensorflow_call":
                tree.body[:0] = ast.parse("import tensorflow as tf").body
            lines = [*head, ast.unparse(ast.fix_missing_locations(tree))]
            yield Mutant(name, path, layer.name, "\n".join(lines) + "\n")


def sampled(every: Sequence[Mutant], size: int, seed: int) -> list[Mutant]:
    """About `size` mutants, as even over the kinds as there are."""
    by_kind: dict[str, list[Mutant]] = defaultdict(list)
    for mutant in random.Random(seed).sample(list(every), len(every)):
        by_kind[mutant.kind].append(mutant)
    chosen: list[Mutant] = []
    while len(chosen) < size and any(by_kind.values()):
        for waiting in by_kind.values():
            if waiting and len(chosen) < size:
                chosen.append(waiting.pop())
    return chosen


def runs_of(targets: Sequence[str], backend: str) -> dict[Path, Run]:
    report = check(list(targets), backends=[backend])
    return {Path(layer.file).resolve(): run for layer in report.layers for run in layer.runs}


def measure(chosen: Sequence[Mutant], backend: str, folder: Path) -> list[dict]:
    """Checks the originals and the mutants; what a mutant has beyond its original is its find."""
    origins = {mutant.origin.resolve(): mutant.class_name for mutant in chosen}
    files = []
    for number, mutant in enumerate(chosen):
        place = folder / f"{number:04d}" / mutant.origin.name
        place.parent.mkdir()
        place.write_text(mutant.text)
        files.append(place.resolve())
    targets = [f"{path}::{name}" for path, name in origins.items()]
    targets += [f"{path}::{one.class_name}" for path, one in zip(files, chosen, strict=True)]
    runs = runs_of(targets, backend)
    rows = []
    for path, mutant in zip(files, chosen, strict=True):
        good, bad = runs.get(mutant.origin.resolve()), runs.get(path)
        known = {finding.rule for finding in good.findings} if good else set()
        found = {finding.rule for finding in bad.findings} if bad else set()
        rows.append(
            {
                "kind": mutant.kind,
                "layer": mutant.origin.stem,
                "caught": sorted(found - known),
                "driven": bool(bad and bad.driven),
                "alarms": (
                    sorted(f.rule for f in good.findings if f.severity == ERROR) if good else []
                ),
                "text": mutant.text,
            }
        )
    return rows


def told(rows: Sequence[dict]) -> str:
    lines = [f"{'kind':<26}{'mutants':>8}{'caught':>8}  missed in"]
    for name in [*dict.fromkeys(row["kind"] for row in rows), "all"]:
        these = [row for row in rows if name in (row["kind"], "all")]
        caught = sum(bool(row["caught"]) for row in these)
        missed = " ".join(row["layer"] for row in these if not row["caught"])
        tail = "" if name == "all" else f"  {missed}"
        lines.append(f"{name:<26}{len(these):>8}{caught:>8}{tail}".rstrip())
    alarmed = {row["layer"]: row["alarms"] for row in rows if row["alarms"]}
    lines.append(f"errors on unchanged layers: {alarmed or 'none'}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layers", nargs="+", help="files or globs of good layers")
    parser.add_argument("--backend", action="append")
    parser.add_argument("--kind", action="append", choices=list(KINDS))
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path, help="write the mutants into this empty folder")
    asked = parser.parse_args()
    paths = sorted({Path(one) for given in asked.layers for one in glob.glob(given)})
    every = [one for path in paths for one in mutants(path, asked.kind or list(KINDS))]
    chosen = sampled(every, asked.sample, asked.seed)
    print(f"{len(chosen)} of {len(every)} mutants of {len(paths)} files")
    for backend in asked.backend or ["tensorflow"]:
        with tempfile.TemporaryDirectory() as folder:
            where = asked.keep / backend if asked.keep else Path(folder)
            where.mkdir(parents=True, exist_ok=True)
            rows = measure(chosen, backend, where)
        print(f"\n{backend}\n{told(rows)}")
        if asked.json:
            asked.json.write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
