"""Rule: a cell that can be called step by step, and not by `keras.layers.RNN`."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG535",
    name="cell-fails-in-rnn",
    severity="error",
    says="`keras.layers.RNN` cannot run the cell: {type}: {message}",
    why=(
        "A cell is there for `keras.layers.RNN`, which asks it for its first states by `get_initial_state(batch_size=...)`, "
        "without inputs, and for as many states after each step as `state_size` says."
    ),
    fix=(
        "Take the batch size alone in get_initial_state, or leave that method out: states of zeros are made from `state_size`."
    ),
    explained_by=("LG001", "LG007", "LG401", "LG501"),
)


def judge(calls: Calls, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = calls.in_rnn
    if raised is not None:
        line = raised.line or method_line(source, "get_initial_state", "call")
        yield RULE.finding(line=line, type=raised.type, message=first_line(raised.message))
