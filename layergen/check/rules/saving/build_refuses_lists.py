"""Rule: build works on tuples and fails on the lists that Keras gives it at a reload."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG318",
    name="build-refuses-lists",
    severity="error",
    says="build does not take a list for the shape: {message}",
    why="Shapes are stored as JSON, so a loaded layer is built with lists: the layer works until somebody opens its file.",
    fix="Begin build with input_shape = tuple(input_shape), or write (*input_shape[:-1], n).",
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    found = {variant.what: variant for variant in building.variants}
    if "list" not in found:
        yield NotApplicable("the layer has no build of its own")
        return
    same, listed = found["same"], found["list"]
    if same.raised is None and listed.raised is None and same.weights != listed.weights:
        yield RULE.finding(line=method_line(source, "build"), message="it makes other weights")
    raised = listed.raised
    if raised is not None and found["same"].raised is None:
        line = raised.line or method_line(source, "build")
        yield RULE.finding(line=line, message=f"{raised.type}: {first_line(raised.message)}")
