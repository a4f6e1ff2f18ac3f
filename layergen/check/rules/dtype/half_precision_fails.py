"""LG702: the layer fails under mixed precision."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line, lacks_kernel

RULE = Rule(
    code="LG702",
    name="half-precision-fails",
    severity="error",
    says="Under {policy} the call raises{when} {type}: {message}",
    why=(
        "Mixed precision is one line for the user of a model, and this layer keeps every "
        "model that holds it from using it."
    ),
    fix=(
        "Cast constants and intermediate tensors to `self.compute_dtype`, or to the dtype of "
        "what they meet."
    ),
)


def judge(precision: Precision, source: Source) -> Iterator[Finding | NotApplicable]:
    halves = [policy for policy in precision.policies if policy.policy.startswith("mixed")]
    failed = [policy.raised or policy.trained_raised for policy in halves]
    if not failed or None in failed:
        return
    raised = failed[0]
    if any(lacks_kernel(one.message) for one in failed):
        yield NotApplicable(
            f"an operation has no half-precision kernel here: {first_line(raised.message)}"
        )
    else:
        yield RULE.finding(
            line=raised.line or method_line(source, "call"),
            policy=halves[0].policy,
            when="" if halves[0].raised else " in training",
            type=raised.type,
            message=first_line(raised.message),
        )
