"""The tables of old and new names against the Keras that is installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from layergen.check.rules.legacy import backend_names, replacements

ASK = """
import json, sys
import keras

def there(name):
    found = keras
    for part in name.split(".")[1:]:
        found = getattr(found, part, None)
        if found is None:
            return False
    return True

print(json.dumps([name for name in json.loads(sys.stdin.read()) if there(name)]))
"""
NAME = re.compile(r"keras(?:\.\w+)+")


def in_keras(names: list[str]) -> set[str]:
    """Those of the names that the installed Keras has; asked in another process, on its smallest backend."""
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        input=json.dumps(names),
        env={**os.environ, "KERAS_BACKEND": "numpy"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def new_names() -> dict[str, list[str]]:
    """Old name → the names of Keras that its replacement speaks of."""
    tables = (
        replacements.KERAS_BACKEND,
        replacements.REMOVED_MODULES,
        replacements.REMOVED_NAMES,
        replacements.REMOVED_TENSORFLOW,
    )
    found = {old: NAME.findall(new) for table in tables for old, new in table.items()}
    for library, table in backend_names.TABLES.items():
        for old in [*table, *backend_names.SHARED]:
            found[f"{library}.{old}"] = NAME.findall(
                backend_names.replacement(f"{library}.{old}") or ""
            )
    return found


def test_every_replacement_exists(new_names):
    wanted = sorted({name for names in new_names.values() for name in names})
    assert set(wanted) - in_keras(wanted) == set()


def test_every_old_name_is_gone():
    old = [f"keras.backend.{name}" for name in replacements.KERAS_BACKEND]
    old += [*replacements.REMOVED_NAMES]
    assert in_keras(old) == set()


def test_the_names_that_keras_md_lists_are_all_there():
    assert len(replacements.KERAS_BACKEND) >= 120


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("tensorflow.reduce_mean", "keras.ops.mean"),
        ("tensorflow.nn.relu", "keras.ops.relu"),
        ("tensorflow.math.reduce_sum", "keras.ops.sum"),
        ("tensorflow.random.normal", "keras.random.normal with a keras.random.SeedGenerator"),
        ("torch.cat", "keras.ops.concatenate"),
        ("torch.nn.functional.softmax", "keras.ops.softmax"),
        ("jax.numpy.tanh", "keras.ops.tanh"),
        ("tensorflow.io.decode_csv", None),
    ],
)
def test_replacement(name, new):
    assert backend_names.replacement(name) == new
