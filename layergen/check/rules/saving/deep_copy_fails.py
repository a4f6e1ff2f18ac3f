"""Rule: a deep copy fails, shares weights with the original, or computes something else."""

from __future__ import annotations

from collections.abc import Iterator

from layergen.check.evidence import Calls, Saving, Source
from layergen.check.registry import NotApplicable, Rule
from layergen.check.result import Finding
from layergen.check.rules.reloads import BY_CONFIG, BY_STATE
from layergen.check.rules.wording import first_line

RULE = Rule(
    code="LG316",
    name="deep-copy-fails",
    severity="error",
    says="copy.deepcopy of the layer {what}",
    why="Python copies layers wherever a layer is an argument: in wrappers, in searches over parameters, in lists of equal blocks.",
    fix="Keep locks, files, generators and other things that cannot be copied out of the layer, or write __deepcopy__.",
    explained_by=(*BY_CONFIG, *BY_STATE, "LG312", "LG313", "LG317", "LG509", "LG517", "LG518"),
)


def judge(
    saving: Saving, source: Source, calls: Calls | None = None
) -> Iterator[Finding | NotApplicable]:
    copy = saving.copy
    random = calls is not None and not calls.repeats and not calls.settles
    if random and copy.raised is None:
        yield NotApplicable("the numbers differ from call to call")
        return
    if not copy.done:
        yield NotApplicable("the layer could not be called again")
        return
    if copy.raised is not None and "objects could not be loaded" in copy.raised.message:
        # Keras 3.15 copies a layer by saving and loading it, and does not build it again where the
        # class leaves `build` to Keras: that is Keras's fault, not the layer's.
        yield NotApplicable("Keras cannot load what it saved for the copy")
    elif copy.raised is not None and copy.stage != "call":
        yield RULE.finding(
            line=copy.raised.line or source.line,
            what=f"raises {copy.raised.type}: {first_line(copy.raised.message)}",
        )
    elif saving.copy_shares:
        yield RULE.finding(
            line=source.line, what=f"shares {', '.join(saving.copy_shares)} with the original"
        )
    elif copy.raised is None and not copy.same and copy.stage == "call":
        yield RULE.finding(line=source.line, what="gives other numbers with the same weights")
