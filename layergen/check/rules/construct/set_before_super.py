"""Rule: what the base constructor resets, or torch refuses, is set before it runs."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG103",
    name="set-before-super",
    severity="error",
    says="self.{attribute} is set before super().__init__(): {consequence}",
    why=(
        "The base constructor starts the layer's state afresh: attributes that it has itself get their defaults again, and on "
        "torch a sublayer cannot be set before it at all. The layer works on one backend and fails on another."
    ),
    fix="Call super().__init__(**kwargs) first, then set self.{attribute}.",
    explained_by=("LG171",),
)


def judge(construction: Construction) -> Iterator[Finding | NotApplicable]:
    for early in construction.early:
        if not construction.base_ran:
            return
        if early.kind in ("layer", "variable"):
            consequence = f"torch refuses a {early.kind} there"
        elif early.reset:
            consequence = "the base constructor gives it its default again"
        else:
            continue
        yield RULE.finding(line=early.line, attribute=early.name, consequence=consequence)
