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
    says="Under {policies} the output is {got}, not {wanted}{when}.",
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
    wrong: list[Policy] = []
    for policy in precision.policies:
        if (
            policy.policy.startswith("mixed")
            and policy.raised is None
            and policy.compute_dtype.endswith("float16")
        ):
            wrong.append(policy)
    if not wrong:
        yield NotApplicable("the layer does not run in half precision here")
    for outputs, when in (("outputs", ""), ("trained", " in training")):
        got = [_stranger(precision.plain, getattr(policy, outputs)) for policy in wrong]
        if got and None not in got:
            yield RULE.finding(
                line=call_line(source, "cast", "convert_to_tensor") or method_line(source, "call"),
                policies=" and ".join(policy.policy for policy in wrong),
                got=got[0],
                wanted=" or ".join(policy.compute_dtype for policy in wrong),
                when=when,
            )
            return


def _stranger(plain: object, outputs: object) -> str | None:
    """The first output that is float32 under float32 and no half type under a policy."""
    for before, after in leaf_pairs(plain, outputs):
        if before["dtype"] == "float32" and not after["dtype"].endswith("float16"):
            return after["dtype"]
    return None
