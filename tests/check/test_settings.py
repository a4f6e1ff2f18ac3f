"""`[tool.layergen]`: what it may hold, what it turns into, and how mistakes in it are told."""

from __future__ import annotations

import pytest

from layergen.check.job import DriveHint
from layergen.check.settings import settings_for
from layergen.errors import LayergenError

WHOLE = """
[tool.layergen]
backend = "tensorflow"
select = ["LG2"]
strict = true
timeout = 10
ignore = {LG503 = "batch statistics are meant"}

[tool.layergen.layers.Gate]
expected-failures = {LG302 = "issue 12"}
init = {units = 8}
input = "2, 16 float32"
call = {training = true}
ignore = {LG572 = "shows progress"}
"""


def project(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    (tmp_path / "src").mkdir()
    file = tmp_path / "src" / "gate.py"
    file.write_text("")
    return file


def test_whole(tmp_path):
    file = project(tmp_path, WHOLE)
    settings = settings_for(f"{file}::Gate")
    assert settings.path == tmp_path / "pyproject.toml"
    assert settings.options == {
        "backends": ["tensorflow"],
        "select": ["LG2"],
        "strict": True,
        "timeout": 10,
    }
    assert settings.hints == {
        "Gate": DriveHint(
            how="pyproject",
            init={"units": 8},
            inputs={"shape": [2, 16], "dtype": "float32"},
            call={"training": True},
        )
    }
    gate = settings.declared.of("Gate")
    assert gate.ignored == {"LG503": "batch statistics are meant", "LG572": "shows progress"}
    assert gate.expected == {"LG302": "issue 12"}
    assert settings.declared.of("Other").expected == {}
    assert "LG572" not in settings.declared.of("Other").ignored


def test_nothing_there(tmp_path):
    file = project(tmp_path, "[project]\nname = 'x'\n")
    assert settings_for(file).options == {}


def test_a_folder_as_target(tmp_path):
    project(tmp_path, WHOLE)
    assert settings_for(tmp_path).options["strict"] is True


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tool.layergen]\nbackends = ['jax']", "unknown key 'backends', did you mean 'backend'?"),
        ("[tool.layergen]\nstrict = 'yes'", "expected bool, received 'yes'"),
        ("[tool.layergen]\njobs = true", "expected int, received True"),
        ("[tool.layergen.layers.Gate]\ninputs = '2'", "did you mean 'input'?"),
        ("[tool.layergen.layers]\nGate = 3", "expected a table, received 3"),
        ("[tool.layergen.layers.Gate]\ninput = 'wide'", "'wide' is no dtype"),
        ("[tool.layergen", "pyproject.toml: "),
    ],
)
def test_mistakes(tmp_path, text, message):
    file = project(tmp_path, text)
    with pytest.raises(LayergenError) as caught:
        settings_for(file)
    assert message in str(caught.value)
