"""The test that is written beside a layer passes on that layer."""

from __future__ import annotations

import subprocess
import sys

import keras
import pytest

from layergen.generated import document_of, generate_files
from tests.gallery.subject import EXAMPLES, NAMES

pytestmark = pytest.mark.every_backend
# PyTorch compiles nothing, and runs them all in the time of a few on the others.
EVERY = {"torch": 1}.get(keras.backend.backend(), 12)


def test_generated_tests_pass(tmp_path) -> None:
    for name in NAMES[::EVERY]:
        made = generate_files(document_of(EXAMPLES / f"{name}.yaml"))
        (tmp_path / f"{name}.py").write_text(made.layer, encoding="utf-8")
        (tmp_path / f"test_{name}.py").write_text(made.test, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
