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

# What the checker rightly tells of a layer that is as good as Keras lets it be, by code, with the layers it is told of.
SCAN = ["diagonal_state_space", "min_gru"]
KNOWN = {
    # Keras 3.15.1 on TensorFlow: associative_scan asks for the static batch size.
    "LG201": SCAN,
    # The same under XLA; and XLA has no kernel for a log-determinant on CPU.
    "LG902": [*SCAN, "invertible_convolution"],
    # Its build refuses an unknown length with a ValueError that says so: the filters are as long as the sequence.
    # Keras 3.15.1 on TensorFlow: a scan over several tensors asks for their length.
    "LG202": [
        "spectral_convolution",
        "gated_linear_recurrence",
        "time_mixing",
        "conditional_random_field",
    ],
    # Messages go from node to node: masked nodes are for the adjacency to leave out.
    "LG810": ["message_passing"],
    # PyTorch's einsum takes an axis of size 1 for any other.
    "LG513": ["bilinear"],
    # Squares of some hundreds do not fit into float16; Keras's own normalisations and attention are no better.
    "LG526": [path.stem for path in LAYERS],
}


@pytest.fixture(scope="module")
def reports() -> dict[str, LayerReport]:
    report = check([str(path) for path in LAYERS], backends=[BACKEND], timeout=120)
    assert not report.problems
    return {Path(layer.file).name: layer for layer in report.layers}


@pytest.mark.parametrize("path", LAYERS, ids=lambda path: path.stem)
def test_no_finding(path: Path, reports: dict[str, LayerReport]) -> None:
    (run,) = reports[path.name].runs
    assert run.driven is not None, run.tried
    unknown = [one for one in run.findings if path.stem not in KNOWN.get(one.rule, [])]
    assert [f"{finding.rule} {finding.message}" for finding in unknown] == []
    blocked = [one for one in run.outcomes if one.outcome == "blocked"]
    assert [
        f"{one.rule}: {one.reason}" for one in blocked if "explained by" not in str(one.reason)
    ] == []
