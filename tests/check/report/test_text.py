"""The text report: golden pages, 80 columns, colour only where it is wanted."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from layergen.check.report import Style, rendered

from . import reports

GOLDEN = Path(__file__).parent / "golden"
ESCAPE = re.compile("\x1b\\[[0-9;]*m")


@pytest.mark.parametrize("name", reports.ALL)
def test_page(name, golden):
    golden(GOLDEN / f"{name}.txt", rendered(reports.ALL[name], "text"))


@pytest.mark.parametrize("name", reports.ALL)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_fits_the_width(name, width):
    text = rendered(reports.ALL[name], "text", Style(width=width))
    for line in text.splitlines():
        is_one_word_or_command = " " not in line.strip() or re.search("--in|layergen check", line)
        assert len(line) <= width or is_one_word_or_command, line


@pytest.mark.parametrize("name", reports.ALL)
def test_colour_changes_nothing_but_colour(name):
    plain = rendered(reports.ALL[name], "text")
    painted = rendered(reports.ALL[name], "text", Style(color=True))
    assert ESCAPE.sub("", painted) == plain
    for line in painted.splitlines():
        codes = ESCAPE.findall(line)
        assert not codes or codes[-1] == "\x1b[0m", "colour runs over the end of the line"


def test_a_layers_own_escapes_and_bells_do_not_reach_the_terminal():
    text = rendered(reports.FOUND, "text", Style(color=True))
    assert "\x07" not in text and "\x1b[31m>" not in text


def test_first_line_is_the_reason():
    first, second = rendered(reports.FOUND, "text", Style(width=200)).splitlines()[:2]
    assert first.startswith("✗ Gate: The call raises TypeError") or "is promised" in first
    assert re.match(r" +layers/gate.py:\d+ +error LG\d{3} ", second)


def test_summary_counts_all_four_outcomes_and_comes_last():
    last = rendered(reports.FOUND, "text", Style(width=200, seconds=3.14)).splitlines()[-1]
    assert last == (
        "2 errors and 1 warning in 2 layers on tensorflow, jax: "
        "15 passed, 5 found, 4 not applicable, 0 blocked, 3.1s"
    )


def test_a_finding_of_one_backend_names_it_and_one_of_all_does_not():
    text = rendered(reports.FOUND, "text", Style(width=200))
    assert "error LG501 call-fails, on jax only" in text
    assert text.count("LG203") == 1 and "LG203 output-shape-differs\n" in text


def test_ascii_terminals_get_ascii():
    rendered(reports.FOUND, "text", Style(unicode=False)).encode("ascii")


def test_nothing_found_and_nothing_blocked_is_the_only_clean():
    assert "clean" in rendered(reports.CLEAN, "text")
    assert "clean" not in rendered(reports.BLOCKED, "text")
    assert "clean" not in rendered(reports.UNDRIVEN, "text")


def test_strict_changes_the_exit_status_and_not_the_page():
    strict = replace(reports.WARNED, strict=True)
    assert strict.exit_status == 1
    assert rendered(strict, "text") == rendered(reports.WARNED, "text")
