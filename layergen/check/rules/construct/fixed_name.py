"""Rule: every instance gets the same name."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG106",
    name="fixed-name",
    severity="warning",
    says="two instances that were given no name are both called {name!r}",
    why=(
        "A model refuses two layers of one name, so this layer can be used once in each model. Keras numbers names by itself "
        "when it is given None."
    ),
    fix="Take name=None and hand it on to super().__init__.",
)


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    if construction.raised is not None or not construction.names:
        yield NotApplicable("the layer is driven with a name, or could not be constructed")
        return
    if len(construction.names) == 2 and len(set(construction.names)) == 1 and construction.names[0]:
        yield RULE.finding(line=method_line(source, "__init__"), name=construction.names[0])
