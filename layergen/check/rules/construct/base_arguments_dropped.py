"""Rule: the constructor takes name, dtype or trainable and does not hand it on."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Built, Construction, EagerCall, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.base_arguments import without_effect
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG102",
    name="base-arguments-dropped",
    severity="error",
    says="{argument}={given} was given to the constructor, and the layer has {argument}={got}",
    why=(
        "The argument is accepted in silence: mixed precision, freezing or a name asked for does not happen, and is not restored "
        "when the model is loaded."
    ),
    fix="Hand {argument} on: super().__init__(**kwargs), with what __init__ takes by name among them.",
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
    fixed = len(construction.names) == 2 and len(set(construction.names)) == 1
    for item in construction.base_arguments:
        if item.name == "name" and fixed:
            continue  # a name that is always the same is a finding of its own
        if without_effect(item.name, built, called):
            continue
        if item.refused is None and item.got is not None and not item.honoured:
            line = method_line(source, "__init__")
            yield RULE.finding(line=line, argument=item.name, given=item.given, got=item.got)
            return
