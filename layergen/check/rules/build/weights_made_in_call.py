"""Rule: weights or sublayers made while the layer is called."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Drive, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG414",
    name="weights-made-in-call",
    severity="error",
    says="{what}",
    why=(
        "What call makes is not there when weights are counted, loaded or given to an optimizer, and Keras locks a layer once it is "
        "built. A layer made anew at every call never learns."
    ),
    fix="Make weights in build and sublayers in __init__ or build.",
)


def judge(building: Building, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = next((item for item in (building.raised, drive.raised) if item and item.locked), None)
    if raised is not None:
        line = raised.line or method_line(source, "call")
        yield RULE.finding(
            line=line,
            what="call adds weights or sublayers to a layer that is already built, which Keras refuses",
        )
        return
    made = [
        item
        for item in building.untracked
        if item.phase == "call" and item.kind in ("layer", "variable") and not item.owner
    ]
    if made:
        kind = (
            f"a new {made[0].name}"
            if made[0].kind == "layer"
            else f"a new variable {made[0].name!r}"
        )
        yield RULE.finding(
            line=made[0].line or method_line(source, "call"),
            what=f"{kind} is made at every call, and is in no list of weights",
        )
        return
    own = [item for item in building.late if not item.owner]
    if own:
        names = ", ".join(own[0].weights)
        yield RULE.finding(
            line=own[0].line or method_line(source, "call"),
            what=f"{names} made by the first call, not by build",
        )
