"""The layers under examples/ are what their specs give, and are as clean as code by hand."""

from __future__ import annotations

import subprocess
import sys

import black
import pytest

from layergen.generated import document_of, generate_files
from tests.gallery.subject import EXAMPLES, NAMES


@pytest.mark.parametrize("name", NAMES)
def test_golden(name, golden) -> None:
    made = generate_files(document_of(EXAMPLES / f"{name}.yaml"))
    assert (
        made.module == name
    ), f"examples/{name}.yaml holds {made.class_name}: name it {made.module}.yaml"
    golden(EXAMPLES / f"{name}.py", made.layer)
    assert black.format_str(made.layer, mode=black.Mode(line_length=80)) == made.layer


def test_examples_are_clean_under_ruff() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", str(EXAMPLES)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
