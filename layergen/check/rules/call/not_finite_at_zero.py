"""LG524: zeros, or equal numbers, give NaN."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG524",
    name="not-finite-at-zero",
    severity="error",
    says="{values} as input gives NaN.",
    why=(
        "Padding, dead units and constant features are ordinary input. One NaN in a batch "
        "spoils every weight in the next step."
    ),
    fix=(
        "Add a small number under the root or in the denominator, or use "
        "`keras.ops.divide_no_nan`."
    ),
)


WORDS = {"zero": "A row of zeros", "equal": "A row of equal numbers"}


def judge(calls: Calls, source: Source) -> Iterator[Finding]:
    for name, words in WORDS.items():
        if calls.not_finite.get(name) == "nan":
            yield RULE.finding(line=method_line(source, "call"), values=words)
            return
