"""LG701: the output is not in the compute dtype of the policy."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Precision, Source
from layergen.check.evidence.precision import Policy
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line
from layergen.check.rules.structures import leaf_pairs

RULE = Rule(
    code="LG701",
    name="output-ignores-policy",
    severity="warning",
    says="Under {policies} the output is {got}, not {wanted}.",
    why=(
        "Memory and time that mixed precision should save are spent after all, in this layer "
        "and in every layer after it; on some backends the next operation fails on two "
        "dtypes."
    ),
    fix=(
        "Make constants in `self.compute_dtype` and cast back what has to be computed in "
        "float32: `keras.ops.cast(y, self.compute_dtype)`."
    ),
    explained_by=("LG515",),
)


def judge(precision: Precision, source: Source) -> Iterator[Finding | NotApplicable]:
    wrong = []
    for policy in precision.policies:
        if (
            policy.policy.startswith("mixed")
            and policy.raised is None
            and policy.compute_dtype.endswith("float16")
        ):
            wrong.append((policy, _stranger(precision.plain, policy)))
    if not wrong:
        yield NotApplicable("the layer does not run in half precision here")
    elif all(got is not None for _, got in wrong):
        yield RULE.finding(
            line=call_line(source, "cast", "convert_to_tensor") or method_line(source, "call"),
            policies=" and ".join(policy.policy for policy, _ in wrong),
            got=wrong[0][1],
            wanted=" or ".join(policy.compute_dtype for policy, _ in wrong),
        )


def _stranger(plain: object, policy: Policy) -> str | None:
    """The first output that is float32 under float32 and no half type under this policy."""
    for before, after in leaf_pairs(plain, policy.outputs):
        if before["dtype"] == "float32" and not after["dtype"].endswith("float16"):
            return after["dtype"]
    return None
