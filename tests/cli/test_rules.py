"""`layergen rules` and `layergen explain`: everything printed from the rules themselves."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from layergen.check.registry import registered_rules
from layergen.cli.explain import explain
from layergen.cli.rules import rules
from layergen.errors import LayergenError

APP = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
APP.command()(rules)
APP.command()(explain)


def run(*arguments):
    return CliRunner().invoke(APP, list(arguments))


def test_every_rule_is_listed():
    output = run("rules").output
    for entry in registered_rules():
        assert f"{entry.rule.code}  " in output and entry.rule.name in output


def test_a_part_of_the_rules():
    listed = json.loads(run("rules", "LG5", "mask", "--format", "json").output)
    assert {entry["code"][:3] for entry in listed} == {"LG5", "LG8"}


def test_markdown_has_a_row_for_each():
    rows = run("rules", "--format", "markdown").output.splitlines()
    assert len(rows) == 2 + len(registered_rules())
    assert all(row.startswith(("| ", "|--")) for row in rows)


@pytest.mark.parametrize("entry", registered_rules(), ids=lambda entry: entry.rule.code)
def test_every_rule_explains_itself(entry):
    output = run("explain", entry.rule.code.lower()).output
    assert entry.rule.name in output and "Why:" in output
    assert "{advice}" not in output and "{written}" not in output
    data = json.loads(run("explain", entry.rule.code, "--format", "json").output)
    assert data[0]["code"] == entry.rule.code and data[0]["family"] == entry.family


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("LG2030", "did you mean LG203?"),
        ("output-shape-difers", "did you mean output-shape-differs (LG203)?"),
        ("LG2", "these begin so: LG201"),
        ("zzzz", "`layergen rules` lists them"),
    ],
)
def test_mistyped(word, message):
    result = run("explain", word)
    assert isinstance(result.exception, LayergenError)
    assert message in str(result.exception)


def test_names_and_codes_are_unique():
    rules = [entry.rule for entry in registered_rules()]
    for word in ("code", "name"):
        words = [getattr(rule, word) for rule in rules]
        assert len(words) == len(set(words)), {one for one in words if words.count(one) > 1}
