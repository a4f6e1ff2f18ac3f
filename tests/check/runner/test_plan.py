"""Which backends a layer is checked on."""

from __future__ import annotations

from pathlib import Path

import pytest

from layergen.check.find import find
from layergen.check.runner import plan as planning
from layergen.check.runner.plan import plan
from layergen.errors import LayergenError

BODY = "import keras\n{more}\n\nclass A(keras.Layer):\n    def call(self, x):\n        return x\n"


@pytest.fixture(autouse=True)
def three_backends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "installed_backends", lambda: ("tensorflow", "jax", "torch"))


def backends(folder: Path, more: str, asked: list[str] | None = None) -> list[str]:
    (folder / "a.py").write_text(BODY.format(more=more))
    return [pairing.backend for pairing in plan(find([folder / "a.py"]).targets, asked)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["tensorflow", "jax", "torch"]),
        ("import numpy", ["tensorflow", "jax", "torch"]),
        ("import tensorflow as tf", ["tensorflow"]),
        ("from torch import nn", ["torch"]),
        ("import jax.numpy as jnp", ["jax"]),
        ("from tensorflow.keras import layers", ["tensorflow"]),
        ("import jax\nimport torch", ["tensorflow", "jax", "torch"]),
    ],
)
def test_a_file_that_imports_one_backend_is_meant_for_it(
    tmp_path: Path, more: str, expected: list[str]
) -> None:
    assert backends(tmp_path, more) == expected


def test_what_is_asked_for_is_done(tmp_path: Path) -> None:
    assert backends(tmp_path, "import tensorflow", ["jax"]) == ["jax"]


def test_a_backend_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LayergenError, match="'theano' is none of tensorflow, jax, torch"):
        backends(tmp_path, "", ["theano"])


def test_where_there_are_no_posix_processes_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.py").write_text(BODY.format(more=""))
    targets = find([tmp_path / "a.py"]).targets
    monkeypatch.setattr(planning.os, "name", "nt")
    with pytest.raises(LayergenError, match="WSL") as caught:
        plan(targets, None)
    monkeypatch.undo()
    assert caught.value.exit_status == 3
