"""LG536: the call cannot do without a tensor that its signature lets one leave out."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Drive, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line
from layergen.check.source.reach import methods

RULE = Rule(
    code="LG536",
    name="optional-argument-required",
    severity="warning",
    says="Without {names} the call raises {type}: {message}",
    why=(
        "The default None says that it may be left out, and Keras leaves a mask out wherever the layers before give none. "
        "The layer then dies of the None, far from its cause."
    ),
    fix="Do without it in `call` where it is None, or take the default away.",
    explained_by=("LG501", "LG573"),
)


def judge(drive: Drive, source: Source) -> Iterator[Finding | NotApplicable]:
    raised = drive.without
    if raised is None:
        yield NotApplicable("the call does without every tensor that may be None")
        return
    call = methods(source).get("call")
    optional = [one.arg for one in call.args.args[-len(call.args.defaults) :]] if call else []
    given = [f"`{name}`" for name in optional if name in drive.arguments]
    yield RULE.finding(
        line=raised.line or method_line(source, "call"),
        names=" and ".join(given) or "its optional tensors",
        type=raised.type,
        message=first_line(raised.message),
    )
