"""LG100: the file of the layer cannot be imported."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Imported
from layergen.check.registry import Blocked, Rule
from layergen.check.result import Finding

MISSING = re.compile(r"No module named '(?!(?:keras|tensorflow)\b)(\w+)")
RULE = Rule(
    code="LG100",
    name="cannot-be-imported",
    severity="error",
    says="Importing the file raises {error}: {message}",
    why="Nothing in the file can be used. A module that Keras 3 no longer has is the usual cause in older code.",
    fix="Make the import of the file work: see the line, and the package that it needs.",
    explained_by=("LG001", "LG002", "LG003", "LG004", "LG005", "LG006", "LG007", "LG008", "LG009"),
)


def judge(imported: Imported) -> Iterator[Finding | Blocked]:
    if imported.raised is None:
        return
    message = imported.raised.message.strip().split("\n")[0]
    missing = MISSING.match(message)
    if missing and imported.raised.type == "ModuleNotFoundError":
        yield Blocked(f"the file needs {missing.group(1)!r}, which is not installed here")
    elif imported.raised.type == "FileNotFoundError":
        yield Blocked(f"the file reads data that is not here: {message}")
    else:
        yield RULE.finding(line=imported.raised.line, error=imported.raised.type, message=message)
