"""LG609: losses pile up from call to call."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import call_line, method_line

RULE = Rule(
    code="LG609",
    name="losses-grow",
    severity="error",
    says="The same input leaves {first} after the first call and {second} after the next.",
    why=(
        "Losses of earlier steps stay in the sum: the penalty grows with the number of steps,"
        " and on JAX old losses belong to a trace that is over."
    ),
    fix=(
        "Call `self.add_loss(...)` once in each call with this call's numbers only, and leave"
        " `losses` to Keras."
    ),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    if not any(calls.loss_counts):
        yield NotApplicable("the layer has no losses")
        return
    counts, values = calls.loss_counts, calls.loss_values
    line = method_line(source, "losses") or call_line(source, "add_loss")
    if len(set(counts)) > 1:
        yield RULE.finding(
            line=line, first=f"{counts[0]} losses", second=f"{counts[1]} losses, then {counts[2]}"
        )
    elif calls.repeats and not calls.moved and len(values) == 2 and _apart(*values):
        yield RULE.finding(line=line, first=f"{sum(values[0]):.6g}", second=f"{sum(values[1]):.6g}")


def _apart(first: tuple[float, ...], second: tuple[float, ...]) -> bool:
    return any(
        abs(one - two) > 1e-6 + 1e-3 * abs(one) for one, two in zip(first, second, strict=True)
    )
