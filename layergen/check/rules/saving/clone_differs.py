"""Rule: a cloned model fails, or computes something else with the same weights."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Saving, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.reloads import BY_CONFIG, BY_STATE, not_tried
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG314",
    name="clone-differs",
    severity="error",
    says="keras.models.clone_model makes another layer: {what}",
    why="Clones are made for transfer learning, averaging of weights and by wrappers; they should be the layer without its weights.",
    fix="Let get_config and from_config carry all that the layer computes with.",
    explained_by=(*BY_CONFIG, *BY_STATE, "LG312", "LG313", "LG317"),
)


def judge(saving: Saving, source: Source) -> Iterator[Finding | NotApplicable]:
    if reason := not_tried(saving):
        yield NotApplicable(reason)
        return
    clone = saving.clone
    if clone.raised is not None:
        what = f"{clone.raised.type}: {first_line(clone.raised.message)}"
        yield RULE.finding(line=clone.raised.line or source.line, what=what)
    elif clone.done and not clone.same:
        what = (
            "its weights have other shapes"
            if clone.difference is None
            else f"the outputs differ by {clone.difference:.3g}"
        )
        yield RULE.finding(line=source.line, what=what)
