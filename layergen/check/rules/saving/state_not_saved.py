"""Rule: training changes something that is no weight, and is not in the file."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Saving, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import attribute_line

RULE = Rule(
    code="LG317",
    name="state-not-saved",
    severity="error",
    says="training calls change {attributes}, which is no weight: a restored layer with the same weights gives other numbers",
    why="Weights are what is saved, copied and distributed. State beside them is lost with the process, and is a constant in compiled code.",
    fix="Make it a weight: self.add_weight(..., trainable=False), changed by assign.",
    explained_by=("LG302", "LG303", "LG308"),
)


def judge(saving: Saving, source: Source) -> Iterator[Finding | NotApplicable]:
    state = saving.state
    if not saving.state_attributes or not state.done:
        return
    if state.raised is not None or not state.same:
        names = ", ".join(f"self.{name}" for name in saving.state_attributes)
        yield RULE.finding(
            line=attribute_line(source, saving.state_attributes[0]), attributes=names
        )
