"""What the README says is true: its specs render, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import layergen

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SPECS = re.findall(r"```yaml\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.split("\n", 1)[0])
def test_specs_render(spec: str) -> None:
    compile(layergen.generate(spec), "<readme>", "exec")


def test_there_are_five_specs() -> None:
    assert len(SPECS) == 5


def test_commands_exist() -> None:
    from typer.main import get_command

    from layergen.cli import app

    known = set(get_command(app).commands)
    named = set(re.findall(r"^layergen (\w+)", README, re.MULTILINE))
    assert named and named <= known


def test_commands_of_the_first_lines_stand_between_their_markers() -> None:
    for marker in ("main command", "test command"):
        block = README.partition(f"<!-- {marker} -->")[2].partition("<!-- end -->")[0]
        assert block.count("python3 -m venv") == 1
