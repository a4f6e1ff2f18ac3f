"""Wrong specs, one file for each mistake, and the message that each gets."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import black
import pytest

from layergen.generated import document_of, generate_files
from layergen.spec.problems import SpecError

WRONG = Path(__file__).parent / "wrong"
SPECS = sorted(WRONG.glob("*.yaml"))


def message(path: Path) -> str:
    """What is said of a spec."""
    with pytest.raises(SpecError) as caught:
        generate_files(document_of(path.read_text(encoding="utf-8")))
    return str(caught.value).replace("<spec>", path.name)


@pytest.fixture(autouse=True)
def unformatted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(black, "format_str", lambda text, mode: text)


def test_there_are_many() -> None:
    assert len(SPECS) >= 70


def test_every_mistake_has_its_message(golden: Callable[[Path, str], None]) -> None:
    """One record for all: `pytest --rewrite-golden` writes it again."""
    golden(WRONG / "messages.txt", "\n\n".join(message(path) for path in SPECS) + "\n")


@pytest.mark.parametrize("path", SPECS, ids=lambda path: path.stem)
def test_messages_say_where_and_are_for_people(path: Path) -> None:
    said = message(path)
    for line in said.splitlines():
        if not line.startswith("  "):
            assert re.match(rf"{path.name}:\d+:\d+: \S", line), line
            assert 1 <= int(line.split(":")[1]) <= len(path.read_text().splitlines()), line
        assert not re.search(
            r"<class|object at 0x|Traceback|NoneType|msgspec|ruamel|Commented", line
        ), line
        assert not line.endswith((".", " ")), line


def test_all_mistakes_are_told_at_once() -> None:
    said = message(WRONG / "several.yaml")
    assert len([line for line in said.splitlines() if line.startswith("several.yaml:")]) == 9


def test_flags_are_told_as_flags() -> None:
    from layergen.spec.flags import document_from_flags

    document = document_from_flags(
        "scale",
        {
            "input": ["x: batch, d"],
            "call": ["y = x * scal"],
            "weight": ["scale: e"],
            "output": ["y: batch, d"],
        },
    )
    with pytest.raises(SpecError) as caught:
        generate_files(document)
    starts = [line for line in str(caught.value).splitlines() if not line.startswith("  ")]
    assert sorted(line.partition(": ")[0] for line in starts) == [
        "--call",
        "--weight 'scale",
        "NAME",
    ]
