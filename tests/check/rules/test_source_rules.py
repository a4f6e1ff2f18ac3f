"""Rules that only read: each case file is judged as it stands, without Keras; bad lines carry the code as a comment."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from layergen.check.evidence import Source
from layergen.check.find import classes_in
from layergen.check.registry import RegisteredRule, registered_rules
from layergen.check.result import Finding

CASES = Path(__file__).parents[1] / "cases"
SOURCE_RULES = {
    entry.rule.code: entry for entry in registered_rules() if list(entry.needs.values()) == [Source]
}
# The lines that are to be named end in the code as a comment; where the rule is on comments, these are its lines.
MARKS = {"LG031": "# layergen: ignore"}
# LG030 is told when all rules have spoken: tests/check/test_silence.py
BAD = [
    path
    for code in SOURCE_RULES
    for path in sorted((CASES / code).glob("bad*.py"))
    if code != "LG030"
]


def findings(entry: RegisteredRule, path: Path) -> list[Finding]:
    text = path.read_text()
    found = []
    for target in classes_in(path):
        source = Source(str(path), text, target.class_name, target.line, target.end_line)
        found += [item for item in entry.judge(source) if isinstance(item, Finding)]
    return found


@pytest.mark.parametrize("code", SOURCE_RULES)
def test_has_cases(code):
    assert list((CASES / code).glob("bad*.py")), f"{code} has no tests/check/cases/{code}/bad.py"
    assert (CASES / code / "good.py").exists(), f"{code} has no tests/check/cases/{code}/good.py"


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_bad(path):
    code = path.parent.name
    marked = [
        number
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if re.search(MARKS.get(code, rf"# {code}$"), line)
    ]
    assert sorted(finding.line for finding in findings(SOURCE_RULES[code], path)) == marked
    assert marked, f"{path} marks no line with `# {code}`"


@pytest.mark.parametrize("path", BAD, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_bad_texts_are_whole(path):
    for finding in findings(SOURCE_RULES[path.parent.name], path):
        assert not re.search(
            r"\{(written|also|instead|advice|what)\}", finding.message + finding.fix
        )
        assert finding.message.endswith((".", "`.")) and finding.fix.endswith((".", "`."))


@pytest.mark.parametrize("code", SOURCE_RULES)
def test_good_is_silent_under_every_source_rule_of_its_kind(code):
    for path in (CASES / code).glob("good*.py"):
        assert findings(SOURCE_RULES[code], path) == []
