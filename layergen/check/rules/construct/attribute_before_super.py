"""Rule: a plain attribute is set before the base constructor runs."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding

RULE = Rule(
    code="LG104",
    name="attribute-before-super",
    severity="warning",
    says="{attributes} set before super().__init__()",
    why=(
        "Keras tracks what is assigned to a layer, and is only ready for it after its own constructor. Plain values survive by "
        "accident; the first list of layers or weight that joins them does not."
    ),
    fix="Move super().__init__(**kwargs) to the top of the constructor.",
    explained_by=("LG103", "LG105"),
)


def judge(construction: Construction) -> Iterator[Finding | NotApplicable]:
    early = [
        item for item in construction.early if item.kind in ("plain", "base") and not item.reset
    ]
    if early and construction.base_ran:
        names = ", ".join(f"self.{item.name}" for item in early)
        yield RULE.finding(
            line=early[0].line, attributes=f"{names} {'is' if len(early) == 1 else 'are'}"
        )
