"""Rule: weights depend on the batch size."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG404",
    name="weights-depend-on-batch",
    severity="error",
    says="the weights depend on the batch size: {before} become {after} for another one",
    why="A layer is trained on one batch size and used on another. Such weights fit neither the last batch nor a single example.",
    fix="Use no size of the first axis in build: input_shape[0] is the batch, and may be None.",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    found = {variant.what: variant for variant in building.variants}
    if "same" not in found:
        yield NotApplicable("the layer has no build of its own")
        return
    same = found["same"]
    for what in ("batch", "unknown batch"):
        other = found[what]
        if same.raised is None and other.raised is None and other.weights != same.weights:
            pairs = [
                pair
                for pair in zip(same.weights, other.weights, strict=False)
                if pair[0] != pair[1]
            ]
            before, after = pairs[0] if pairs else (len(same.weights), len(other.weights))
            yield RULE.finding(line=method_line(source, "build"), before=before, after=after)
            return
