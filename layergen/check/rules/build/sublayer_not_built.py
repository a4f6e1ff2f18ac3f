"""Rule: build leaves sublayers unbuilt."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Building, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line

RULE = Rule(
    code="LG402",
    name="sublayer-not-built",
    severity="error",
    says="after build{setting}, {sublayers} {verb} no weights yet: call makes them",
    why=(
        "Keras takes the layer for built. When weights are loaded before the first call, the sublayer has none to load them into: "
        "it keeps its random values, or loading fails with 'layer was never built'."
    ),
    fix="Build each sublayer in build, in order, on the shape that it will get: self.{first}.build(input_shape).",
    explained_by=("LG112",),
)


def judge(building: Building, source: Source) -> Iterator[Finding | NotApplicable]:
    late = [item for item in building.late if item.owner]
    if not building.own_build and not building.built_before:
        yield NotApplicable("the layer has no build of its own: Keras builds it by tracing call")
        return
    if late:
        names = ", ".join(f"{item.owner} ({item.owner_class})" for item in late)
        line = method_line(source, "build") or late[0].line
        verb = "has" if len(late) == 1 else "have"
        setting = f" with {late[0].setting}" if late[0].setting else ""
        yield RULE.finding(
            line=line, setting=setting, sublayers=names, verb=verb, first="<sublayer>"
        )
