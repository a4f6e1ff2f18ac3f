"""LG514: an input of the wrong size ends in an error that does not say so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG514",
    name="wrong-size-obscure",
    severity="warning",
    says=(
        "Built for one number of features and called with another, the layer raises {type}: "
        "{message}"
    ),
    why=(
        "The message says nothing of sizes or shapes: whoever gave the wrong input looks for "
        "the mistake elsewhere."
    ),
    fix=(
        "Set `self.input_spec = keras.layers.InputSpec(axes={{-1: input_shape[-1]}})` at the "
        "end of `build`."
    ),
)
# Backends name the two shapes that do not fit, which is enough to find the mistake by.
ABOUT_SIZES = re.compile(
    r"shape|size|dim|ax[ie]s|rank|broadcast|incompatib|match|expect|feature|channel|length|width"
    r"|divi[ds]|multipl|[\[(]\d+, ?\d",
    re.IGNORECASE,
)


def judge(sizes: Sizes, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = sizes.wrong_size
    if not sizes.wrong_size_asked:
        yield NotApplicable("no weight depends on the number of features")
    elif raised is not None and not ABOUT_SIZES.search(raised.message):
        if _raises_itself(source, raised.line):
            return
        yield RULE.finding(
            line=method_line(source, "build", "__init__"),
            type=raised.type,
            message=first_line(raised.message),
        )


def _raises_itself(source: Source, line: int | None) -> bool:
    """Whether the layer checks the size and says so in its own words."""
    lines = source.text.splitlines()
    return (
        line is not None and 0 < line <= len(lines) and lines[line - 1].lstrip().startswith("raise")
    )
