"""Rule: a model with the layer cannot be saved, or not loaded in a fresh process."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Saving, Source
from layergen.check.registry import Blocked, NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.reloads import BY_CONFIG, BY_STATE, not_tried
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG313",
    name="reload-fails",
    severity="error",
    says="a model with the layer fails to {stage} ({file}): {message}",
    why="The file is written when training is over, and opened when the process that could write it again is gone.",
    fix="Make what the layer saves and what it loads agree: the config, the shapes that build takes, the weights' names.",
    explained_by=(*BY_CONFIG, *BY_STATE, "LG318"),
)


def judge(saving: Saving, source: Source) -> Iterator[Finding | NotApplicable | Blocked]:
    if reason := not_tried(saving):
        yield NotApplicable(reason)
        return
    for file, reload in ((".keras", saving.file), (".weights.h5", saving.weights_file)):
        if reload.raised is not None or reload.lost is not None:
            raised = reload.raised
            message = f"{raised.type}: {_gist(raised.message)}" if raised else reload.lost.detail  # type: ignore[union-attr]
            if raised is None and not reload.lost.crashed:  # type: ignore[union-attr]
                yield Blocked(f"the fresh process: {message}")
                return
            line = (raised.line if raised else None) or source.line
            yield RULE.finding(line=line, stage=reload.stage, file=file, message=message)
            return


def _gist(message: str) -> str:
    """What was raised at the bottom, where Keras wraps it."""
    wrapped = [line.strip() for line in message.split("\n") if "Exception encountered: " in line]
    return wrapped[-1].partition("Exception encountered: ")[2] if wrapped else first_line(message)
