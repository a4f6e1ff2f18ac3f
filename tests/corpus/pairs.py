"""The pairs of the corpus: where each lies, what is wrong with its broken half, what it is called on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
INDEX = HERE / "corpus.json"


@dataclass(frozen=True)
class Pair:
    """A broken layer and its repaired twin; `init`, `inputs` and `call` are never shown to the checker."""

    name: str
    family: str
    class_name: str
    fault: str
    init: dict[str, Any]
    inputs: Any  # {"shape": …, "dtype": …}, nested as the first argument of call takes it
    call: dict[str, Any]  # the same for further tensor arguments, by name

    @property
    def broken(self) -> Path:
        return HERE / self.name / "broken.py"

    @property
    def repaired(self) -> Path:
        return HERE / self.name / "repaired.py"


def read_pairs(families: Sequence[str] = (), names: Sequence[str] = ()) -> list[Pair]:
    """The pairs of these families, or those whose name holds one of `names`; all where both are empty."""
    pairs = [
        Pair(
            name=entry["pair"],
            family=entry["family"],
            class_name=entry["class"],
            fault=entry["fault"],
            init=entry["init"],
            inputs=entry["inputs"],
            call=entry["call"],
        )
        for entry in json.loads(INDEX.read_text())
    ]
    if families:
        pairs = [pair for pair in pairs if pair.family in families]
    if names:
        pairs = [pair for pair in pairs if any(name in pair.name for name in names)]
    return pairs


def twins(pairs: Sequence[Pair]) -> dict[str, Path]:
    """Pair name → the file to check for its twin: several pairs may share the text of one."""
    first: dict[str, Path] = {}
    return {pair.name: first.setdefault(pair.repaired.read_text(), pair.repaired) for pair in pairs}
