"""One real `layergen check` on one backend, seen from outside: streams, files, exit status."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.check.report import json_schema

LAYERS = '''
import keras
from keras import backend as K
from keras import ops


@keras.saving.register_keras_serializable("real")
class Scale(keras.layers.Layer):
    """Fine as it is."""

    def __init__(self, factor=2.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        return {**super().get_config(), "factor": self.factor}


@keras.saving.register_keras_serializable("real")
class MyLayer(keras.layers.Layer):
    """The layer of the Keras 2 documentation: a functional model is built from it, and cannot run."""

    def __init__(self, output_dim=8, **kwargs):
        self.output_dim = output_dim
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[1], self.output_dim), initializer="uniform"
        )
        super().build(input_shape)

    def call(self, x):
        return K.dot(x, self.kernel)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.output_dim)


class Base(keras.layers.Layer):
    def call(self, x):
        raise NotImplementedError
'''


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """The command run once in a pipe, with a JSON report in a file."""
    folder: Path = tmp_path_factory.mktemp("real")
    (folder / "layers.py").write_text(LAYERS)
    command = [sys.executable, "-m", "layergen", "check", "layers.py", "--backend", "tensorflow"]
    command += ["--format", "json", "--output", "report.json", "--no-cache"]
    environment = {
        key: value for key, value in os.environ.items() if key not in ("COLUMNS", "FORCE_COLOR")
    }
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, env=environment, timeout=300
    )
    return done, json.loads((folder / "report.json").read_text())


def test_exit_status_and_streams(seen):
    done, data = seen
    assert done.returncode == data["exit_status"] == 1
    assert done.stderr == ""


def test_text_in_a_pipe_is_plain_and_fits_80_columns(seen):
    text = seen[0].stdout
    assert "\x1b" not in text
    assert all(len(line) <= 80 for line in text.splitlines() if "layergen check" not in line)
    assert re.search(r"\d\.\ds$", text.splitlines()[-1])


def test_the_cause_is_told_once_with_its_line_and_its_fix(seen):
    done, data = seen
    [layer] = [layer for layer in data["layers"] if layer["class"] == "MyLayer"]
    errors = [f for f in layer["runs"][0]["findings"] if f["severity"] == "error"]
    assert [(f["rule"], f["line"]) for f in errors] == [("LG001", 37)]
    assert "keras.ops.dot for `K.dot`" in errors[0]["fix"]
    assert "✗ MyLayer: `K.dot` (line 37)" in done.stdout


def test_the_good_layer_has_no_error(seen):
    [layer] = [layer for layer in seen[1]["layers"] if layer["class"] == "Scale"]
    [run] = layer["runs"]
    assert run["driven"] is not None
    assert [f for f in run["findings"] if f["severity"] == "error"] == []


def test_the_abstract_class_is_skipped_with_its_reason(seen):
    [layer] = [layer for layer in seen[1]["layers"] if layer["class"] == "Base"]
    assert layer["runs"] == [] and "NotImplementedError" in layer["skipped"]


def test_json_has_the_fixed_shape(seen):
    jsonschema.Draft202012Validator(json_schema.REPORT).validate(seen[1])
