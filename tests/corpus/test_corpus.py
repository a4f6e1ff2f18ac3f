"""The corpus is whole, and the checker keeps its floor on a small sample of it."""

from __future__ import annotations

import ast

import pytest

from measure import Measured, measure
from mutate import mutants
from pairs import HERE, Pair, read_pairs
from rewriting import KINDS

PAIRS = read_pairs()
FAMILIES = [
    "arguments",
    "backend",
    "build",
    "call",
    "compiled",
    "config",
    "construct",
    "dtype",
    "gradient",
    "legacy",
    "mask",
    "random",
    "saving",
    "shape",
]
SAMPLE = (
    "arguments/regularizer_ignored_1",
    "backend/tf_in_call_2",
    "build/sublayer_not_built_1",
    "call/batch_of_one_1",
    "config/argument_missing_1",
    "construct/kwargs_not_taken_1",
    "dtype/float32_cast_1",
    "gradient/dead_weight_1",
    "legacy/backend_function_1",
    "mask/ignored_1",
    "random/noise_at_inference_1",
    "shape/last_axis_1",
)


def classes(text: str) -> set[str]:
    return {node.name for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}


def test_every_family_has_its_pairs():
    assert len(PAIRS) >= 120
    assert sorted({pair.family for pair in PAIRS}) == FAMILIES
    files = {str(path.parent.relative_to(HERE)) for path in HERE.glob("*/*/broken.py")}
    assert files == {pair.name for pair in PAIRS}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_a_pair_is_one_class_twice(pair: Pair):
    broken, repaired = pair.broken.read_text(), pair.repaired.read_text()
    assert broken != repaired
    assert pair.class_name in classes(broken) & classes(repaired)
    assert pair.family == pair.name.split("/")[0]
    assert pair.fault


@pytest.fixture(scope="module")
def rows() -> dict[str, Measured]:
    """One run of the checker for the sample."""
    sample = [pair for pair in PAIRS if pair.name in SAMPLE]
    assert len(sample) == len(SAMPLE)
    return {row.pair: row for row in measure(sample, "tensorflow", cached=False)}


def test_no_twin_has_an_error(rows: dict[str, Measured]):
    assert [row.pair for row in rows.values() if not row.twin_driven] == []
    assert {row.pair: row.twin_said for row in rows.values() if row.alarms} == {}


def test_the_faults_are_caught(rows: dict[str, Measured]):
    missed = [row.pair for row in rows.values() if not row.caught]
    assert len(missed) <= 1, missed


def test_each_kind_of_mutation_can_be_planted():
    planted = set()
    for pair in PAIRS:
        for mutant in mutants(pair.repaired, sorted(set(KINDS) - planted)):
            compile(mutant.text, mutant.kind, "exec")
            planted.add(mutant.kind)
    assert planted == set(KINDS)
