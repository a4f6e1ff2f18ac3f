"""LG515: something else than tensors comes out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG515",
    name="returns-no-tensor",
    severity="error",
    says="The call returns {what} where a tensor is due.",
    why=(
        "The next layer, the loss and the optimizer need tensors. NumPy arrays and Python "
        "numbers carry no gradient and become constants when the call is compiled."
    ),
    fix="Return tensors made with `keras.ops`; a forgotten `return` gives None.",
    explained_by=(
        "LG021",
        "LG574",
    ),
)


WORDS = {"NoneType": "None", "ndarray": "a NumPy array"}


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    strange = [name for name in calls.returned if name != "NoneType"]
    nothing = calls.returned and not strange and calls.only_none
    if strange or nothing:
        names = strange or ["NoneType"]
        yield RULE.finding(
            line=method_line(source, "call"),
            what=", ".join(WORDS.get(name, f"a {name}") for name in names),
        )
