"""Rule: a constructor argument is not in the config."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Changed, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG302",
    name="argument-missing-from-config",
    severity="error",
    says="{arguments} {verb} missing from the config: {argument}={value} comes back as {argument}={before}",
    why=(
        "A loaded or cloned layer is made with the default instead of what was asked for. Its weights no longer fit, or worse, "
        "they fit and the numbers are others."
    ),
    fix="Add {arguments} to the dictionary that get_config returns, under the constructor's {names}.",
    explained_by=("LG301",),
)
OBJECTS = ("regularizer", "constraint", "initializer", "activation", "seed")


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    missing = [item for item in arguments.changed if is_missing(item)]
    if missing:
        first = missing[0]
        one = len(missing) == 1
        yield RULE.finding(
            line=method_line(source, "get_config", "__init__"),
            arguments=", ".join(item.argument for item in missing),
            verb="is" if one else "are",
            names="name" if one else "names",
            argument=first.argument,
            value=first.value,
            before=first.before,
        )


def is_missing(item: Changed) -> bool:
    """Not in the config under its name, and gone after the round trip, which is what shows that it was needed."""
    if item.in_config or item.config_raised is not None:
        return False
    # An argument without any effect (one that matters only beside another) may be left out.
    if item.called and not item.effects and item.kind not in OBJECTS:
        return False
    # Where from_config cannot make the layer at all, there is nothing to compare.
    return bool(item.lost) if item.restored is None else bool(item.moved or item.effects)
