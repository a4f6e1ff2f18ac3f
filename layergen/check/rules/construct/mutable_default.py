"""Rule: a default that all instances share and may change."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Construction, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG108",
    name="mutable-default",
    severity="warning",
    says="the default of {argument} is a {type} that every instance shares{changed}",
    why=(
        "Python makes a default once. Whoever appends to it, in this class or in a user's code, changes all layers that are made "
        "after it; an initializer gives each of them the same numbers."
    ),
    fix="Use None or a tuple as the default of {argument} and make the {type} in the constructor.",
    explained_by=("LG107",),
)


def judge(construction: Construction, source: Source) -> Iterator[Finding | NotApplicable]:
    for default in construction.defaults:
        if not default.is_layer:
            changed = ", and using the layer changed it" if default.changed else ""
            changed += ": the weights of all layers start alike" if default.same_start else ""
            line = method_line(source, "__init__")
            yield RULE.finding(
                line=line, argument=default.argument, type=default.type, changed=changed
            )
