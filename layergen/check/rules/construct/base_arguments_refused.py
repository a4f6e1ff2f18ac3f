"""Rule: the constructor does not take name, dtype or trainable."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Built, Construction, EagerCall, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.base_arguments import without_effect
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG111",
    name="base-arguments-refused",
    severity="error",
    says="the constructor refuses {names}, which every Keras layer takes",
    why=(
        "Keras writes name, dtype and trainable into the config and gives them back to the constructor when a model is loaded. "
        "Without them the layer cannot be loaded, named, frozen or run in mixed precision."
    ),
    fix="Take **kwargs and hand them on: super().__init__(**kwargs).",
    explained_by=("LG105",),
)


def judge(
    construction: Construction,
    source: Source,
    built: Built | None = None,
    called: EagerCall | None = None,
) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None:
        yield NotApplicable("the layer could not be constructed")
        return
    refused = [
        item.name
        for item in construction.base_arguments
        if item.refused is not None
        and item.refused.type == "TypeError"
        and item.name in item.refused.message
        and not without_effect(item.name, built, called)
    ]
    if refused and not construction.takes_keywords:
        yield RULE.finding(line=method_line(source, "__init__"), names=", ".join(refused))
