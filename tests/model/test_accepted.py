"""Right specs of every sort: the layer that each becomes is recorded, and its docstring's example runs."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from pathlib import Path

import pytest

from layergen.generated import document_of, generate_files

ACCEPTED = Path(__file__).parent / "accepted"
SPECS = sorted(ACCEPTED.glob("*.yaml"))


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_accepted(path: Path, golden: Callable[[Path, str], None]) -> None:
    made = generate_files(document_of(path))
    assert made.module == path.stem
    golden(path.with_suffix(".py"), made.layer)


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_example_runs(path: Path) -> None:
    names: dict[str, object] = {"__name__": path.stem}
    exec(
        path.with_suffix(".py").read_text(encoding="utf-8"), names
    )  # noqa: S102 - ours, as recorded
    (layer,) = [item for item in names.values() if getattr(item, "__module__", "") == path.stem]
    example = doctest.DocTestParser().get_doctest(layer.__doc__, names, path.stem, None, 0)
    assert doctest.DocTestRunner().run(example).failed == 0
