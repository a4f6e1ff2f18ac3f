"""LG703: under float64 the layer fails or loses digits."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line
from layergen.check.rules.structures import leaf_pairs
from layergen.check.rules.wording import first_line, lacks_kernel

RULE = Rule(
    code="LG703",
    name="float64-not-kept",
    severity="warning",
    says="Under float64 {what}.",
    why=(
        "Who asks for float64 needs the digits: gradient checks and scientific models work "
        "with the precision of float32 without knowing."
    ),
    fix="Cast to `self.compute_dtype` or to the input's dtype instead of naming float32.",
    explained_by=("LG701", "LG702"),
)


def judge(precision: Precision, source: Source) -> Iterator[Finding | NotApplicable]:
    double = next((policy for policy in precision.policies if policy.policy == "float64"), None)
    if double is None:
        yield NotApplicable("float64 is asked for on TensorFlow only")
    elif double.raised is not None and lacks_kernel(double.raised.message):
        yield NotApplicable(
            f"an operation has no float64 kernel here: {first_line(double.raised.message)}"
        )
    elif double.raised is not None:
        what = f"the call raises {double.raised.type}: {first_line(double.raised.message)}"
        yield RULE.finding(line=double.raised.line or method_line(source, "call"), what=what)
    else:
        for before, after in leaf_pairs(precision.plain, double.outputs):
            if before["dtype"] == "float32" and after["dtype"] != "float64":
                yield RULE.finding(
                    line=call_line(source, "cast") or method_line(source, "call"),
                    what=f"the output is {after['dtype']}",
                )
                return
