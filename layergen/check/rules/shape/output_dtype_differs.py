"""LG205: the promised output dtype against the one that comes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from layergen.check.evidence import Precision, Sizes, Source
from layergen.check.registry import Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.structures import call_text, leaf_pairs, leaves

RULE = Rule(
    code="LG205",
    name="output-dtype-differs",
    severity="error",
    says="For inputs {inputs} {promised} is promised, and {got} comes out.",
    why=(
        "A `compute_output_shape` makes Keras assume the compute dtype for every output. A "
        "layer after this one then prepares for numbers of another kind: indices are looked "
        "up as floats, masks are multiplied as integers."
    ),
    fix=(
        "Write `compute_output_spec` and return `keras.KerasTensor(shape, dtype={got!r})`, or"
        " cast the output in `call`."
    ),
    explained_by=(
        "LG204",
        "LG515",
    ),
)


def judge(sizes: Sizes, source: Source, precision: Precision | None) -> Iterator[Finding]:
    plain = [one for one in sizes.compared if not one.setting]
    pairs = [(one.promised, one.got, call_text(one.given)) for one in plain]
    for one in precision.policies if precision else ():
        # What ignores the policy is another rule's finding.
        kept = all(leaf["dtype"] in ("bool", one.compute_dtype) for leaf in leaves(one.outputs))
        if one.policy.startswith("mixed") and kept:
            inputs = call_text(plain[0].given) if plain else "of the drive"
            pairs.append((one.promised, one.outputs, f"{inputs} under {one.policy}"))
    for promised, got, inputs in pairs:
        found = _first_difference(promised, got)
        if found is not None:
            yield RULE.finding(
                line=method_line(source, "compute_output_spec", "compute_output_shape", "call"),
                inputs=inputs,
                promised=found[0],
                got=found[1],
            )
            return


def _first_difference(promised: Any, got: Any) -> tuple[str, str] | None:
    """The dtypes of the first tensor that has another one than was promised."""
    if promised is None or got is None:
        return None
    for one, other in leaf_pairs(promised, got):
        if kind(one["dtype"]) != kind(other["dtype"]):
            return one["dtype"], other["dtype"]
    return None


def kind(dtype: str) -> str:
    """The dtype with the width of an integer left out: backends choose that by themselves."""
    return "int" if dtype.startswith(("int", "uint")) else dtype
