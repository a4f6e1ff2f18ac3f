"""Rule: a weight that does not follow the dtype policy."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line, weight_line

RULE = Rule(
    code="LG411",
    name="weight-dtype-fixed",
    severity="error",
    says="under the policy {policy}, {path} is {dtype}",
    why="A weight of another dtype than its layer's makes operations fail, or lifts all numbers to the wider type.",
    fix="Leave dtype out of add_weight, or use self.variable_dtype.",
    explained_by=("LG102", "LG109"),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    if not building.policy:
        yield NotApplicable("the layer has no float weights")
        return
    for path, dtype in building.other_dtype[:1]:
        line = weight_line(source, path) or method_line(source, "build", "__init__")
        yield RULE.finding(line=line, policy=building.policy, path=path, dtype=dtype)
