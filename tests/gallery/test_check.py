"""Every layer of the gallery through the checker, in one run: no finding, nothing unchecked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from layergen.check import check
from layergen.check.result import LayerReport

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
LAYERS = sorted(EXAMPLES.glob("*.py"))
BACKEND = os.environ.get("KERAS_BACKEND", "tensorflow")
pytestmark = pytest.mark.every_backend


@pytest.fixture(scope="module")
def reports() -> dict[str, LayerReport]:
    report = check([str(path) for path in LAYERS], backends=[BACKEND], timeout=120)
    assert not report.problems
    return {Path(layer.file).name: layer for layer in report.layers}


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_no_finding(path: Path, reports: dict[str, LayerReport]) -> None:
    (run,) = reports[path.name].runs
    assert run.driven is not None, run.tried
    assert [f"{finding.rule} {finding.message}" for finding in run.findings] == []
    assert [f"{one.rule}: {one.reason}" for one in run.outcomes if one.outcome == "blocked"] == []
