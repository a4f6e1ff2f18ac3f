"""Rule: build fails on None for a size that it does not need."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layergen.check.evidence import Building, Raised, Sizes, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG405",
    name="needs-known-sizes",
    severity="error",
    says="build fails when {what} is None, though no weight depends on it: {type}: {message}",
    why=(
        "keras.Input leaves the batch size open, and often the length of a sequence or the size of an image. A layer that asks for "
        "sizes it does not need cannot be put into such a model."
    ),
    fix="Use only the sizes that weights need; leave the others to call, by ops.shape.",
    explained_by=("LG404",),
)


SAID_SO = re.compile(r"\b(known|unknown|static\w*|defined|undefined|None|specified|fixed)\b")


def judge(
    building: Building, source: Source, sizes: Sizes | None
) -> Iterator[Finding | NotApplicable]:
    found = {variant.what: variant for variant in building.variants}
    if "same" not in found or found["same"].raised is not None:
        yield NotApplicable("the layer has no build of its own, or it cannot be called by itself")
        return
    failures = []
    batch = found["unknown batch"].raised
    if batch is not None and not _refused(batch):
        failures.append(("the batch size", batch))
    failures += [
        (f"an axis of size {item.size}", item.raised)
        for item in building.unknown
        if not _refused(item.raised) and not _bound(item.size, sizes)
    ]
    for what, raised in failures[:1]:
        line = raised.line or method_line(source, "build")
        message = first_line(raised.message)
        yield RULE.finding(line=line, what=what, type=raised.type, message=message)


def _bound(size: int, sizes: Sizes | None) -> bool:
    """Whether a layer built for this size copes with no other: then `call` needs it, if no weight does."""
    return sizes is not None and any(
        one.later_raised is not None or bool(one.later_shapes)
        for one in sizes.resized
        if one.size == size
    )


def _refused(raised: Raised) -> bool:
    """Whether somebody wrote a `raise` for it: then the size is asked for on purpose."""
    if raised.type == "ValueError" and SAID_SO.search(raised.message):
        return True
    last = [line.strip() for line in raised.traceback.splitlines() if line.strip()][-1:]
    return bool(last) and last[0].startswith("raise ") and raised.type == "ValueError"
