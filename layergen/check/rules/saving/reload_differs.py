"""Rule: a model that is loaded in a fresh process gives other numbers."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Saving, Source
from layergen.check.registry import Blocked, NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.places import method_line
from layergen.check.rules.reloads import BY_CONFIG, BY_STATE, not_tried

RULE = Rule(
    code="LG312",
    name="reload-differs",
    severity="error",
    says="loaded from {file} in a fresh process, the layer has other {difference}",
    why="A trained model is worth what is in its file. Here part of what it learned is not, and loading says nothing.",
    fix="Keep all state in weights that Keras tracks, and what makes them in the config.",
    explained_by=("LG112", *BY_CONFIG, *BY_STATE),
)


def judge(saving: Saving, source: Source) -> Iterator[Finding | NotApplicable | Blocked]:
    if reason := not_tried(saving):
        yield NotApplicable(reason)
        return
    for file, reload in ((".keras", saving.file), (".weights.h5", saving.weights_file)):
        if reload.lost is not None:
            yield Blocked(f"the fresh process: {reload.lost.detail}")
            return
        if reload.done and not reload.same and reload.raised is None:
            gap = (
                "other shapes"
                if reload.difference is None
                else f"they differ by {reload.difference:.3g}"
            )
            yield RULE.finding(line=source.line, file=file, difference=f"numbers: {gap}")
            return
        if reload.weights_lost:
            names = ", ".join(f"`{name}`" for name in reload.weights_lost)
            line = method_line(source, "save_own_variables", "load_own_variables")
            yield RULE.finding(line=line, file=file, difference=f"values for {names}")
            return
