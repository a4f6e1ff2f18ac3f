"""LG502: Python needs a tensor's value while the call is traced."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Compiled, EagerCall, Raised, SymbolicCall
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG502",
    name="depends-on-values",
    severity="error",
    says=(
        "The call needs the value of a tensor while it is traced, and {how} raises {type}: "
        "{message}"
    ),
    why=(
        "In a compiled step, and on a symbolic input, tensors have no values yet. The layer "
        "works eagerly, and fails in `fit` or in a functional model."
    ),
    fix=(
        "Choose with `keras.ops.where` or `keras.ops.cond`, loop with `keras.ops.while_loop`,"
        " and compute with `keras.ops` instead of NumPy or Python numbers."
    ),
    explained_by=(
        "LG573",
        "LG574",
        "LG576",
        "LG021",
        "LG014",
    ),
)


TYPES = (
    "OperatorNotAllowedInGraphError",
    "TracerBoolConversionError",
    "TracerArrayConversionError",
    "TracerIntegerConversionError",
    "ConcretizationTypeError",
    "NonConcreteBooleanIndexError",
)
MESSAGES = (
    "symbolic tf.Tensor",
    "as a Python `bool`",
    "symbolic KerasTensor",
    "KerasTensor cannot be",
    "KerasTensor is symbolic",
    "Cannot copy out of meta tensor",
    "on meta tensors",
    "on a meta tensor",
    "meta tensor",
    "has no attribute 'numpy'",
    "convert a symbolic",
    "not 'SymbolicTensor'",
    "not 'KerasTensor'",
    "KerasTensor instance",
    "Attempting to convert",
    "Tensor.__array__",
    "object has no attribute 'item'",
    "object has no attribute 'tolist'",
)


def judge(
    symbolic: SymbolicCall, eager: EagerCall, compiled: Compiled | None
) -> Iterator[Finding | NotApplicable]:
    if eager.raised is not None:
        yield NotApplicable("the call fails on arrays too")
        return
    tried = [(f"`{way.how}`", way.raised) for way in (compiled.ways if compiled else ())]
    for how, raised in [*tried, ("a call on `keras.Input`", symbolic.raised or symbolic.traced)]:
        if raised is not None and needs_value(raised):
            yield RULE.finding(
                line=raised.line, how=how, type=raised.type, message=first_line(raised.message)
            )
            return


def needs_value(raised: Raised) -> bool:
    """Whether an exception says that a tensor without a value was asked for one."""
    return raised.type in TYPES or any(part in raised.message for part in MESSAGES)
