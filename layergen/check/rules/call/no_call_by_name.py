"""LG512: the input cannot be given by its name."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Drive, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG512",
    name="no-call-by-name",
    severity="warning",
    says="A call with the input given as `{name}=` raises {type}: {message}",
    why=(
        "Keras names the arguments of `call` in `build`, in masks and in saved models; code "
        "that wraps layers gives inputs by name."
    ),
    fix=(
        "Name the tensor arguments of `call`: `def call(self, inputs, ...)`, without `*args` "
        "and without a slash."
    ),
)


def judge(calls: Calls, drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = calls.by_name
    if "call" not in methods(source):
        yield NotApplicable("`call` is inherited, and the names of its arguments with it")
    elif raised is not None:
        yield RULE.finding(
            line=method_line(source, "call"),
            name=next(iter(drive.arguments)),
            type=raised.type,
            message=first_line(raised.message),
        )
