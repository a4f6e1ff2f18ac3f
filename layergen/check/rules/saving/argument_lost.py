"""Rule: a constructor argument is in the config and does not come back."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Arguments, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import cut, first_line

RULE = Rule(
    code="LG303",
    name="argument-lost",
    severity="error",
    says="{argument}={value} is {config} in the config, and from_config {outcome}",
    why="A loaded or cloned layer is another one than was saved, though its config looks complete.",
    fix="Write {argument} into the config as the constructor takes it, and hand it on in from_config.",
    explained_by=("LG111", "LG301", "LG304", "LG305", "LG307", "LG308", "LG311"),
)


def judge(arguments: Arguments, source: Source) -> Iterator[Finding | NotApplicable]:
    for item in arguments.changed:
        raised = item.restored
        if item.in_config and (item.lost or raised is not None):
            unmoved = item.config_value != item.value and not item.config_moved
            line = method_line(
                source, "get_config" if unmoved else "from_config", "get_config", "__init__"
            )
            yield RULE.finding(
                line=line,
                argument=item.argument,
                value=cut(item.value),
                config=cut(item.config_value),
                outcome=(
                    f"makes a layer with another {', '.join(item.lost)}"
                    if raised is None
                    else f"raises {raised.type}: {first_line(raised.message)}"
                ),
            )
