"""Probe: masks on the inputs: do they come out, do they hide, do they hide neither more nor less."""

from __future__ import annotations

import inspect
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Calls
from layergen.check.evidence.masking import Masking
from layergen.check.probes import mask_places
from layergen.check.probes.leaves import not_finite, numbers, tensor_leaves
from layergen.check.probes.mask_trial import (
    HIDDEN,
    Trial,
    as_if_shorter,
    carried,
    hides,
    keeps_steps,
)
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close
from layergen.check.probes.subject import Subject

FIRST_HAS_NONE = "the input has no axis of steps"


def probe(subject: Subject) -> Masking:
    layer = subject.made()
    parameters = list(inspect.signature(type(layer).call).parameters)
    takes = tuple(
        name
        for name in parameters
        if name == "mask" or name.endswith("_mask") and name[:-5] in parameters
    )
    overrides = type(layer).compute_mask is not keras.Layer.compute_mask
    facts: dict[str, Any] = {
        "supports": bool(layer.supports_masking),
        "overrides": overrides,
        "takes": takes,
    }
    reason = _cannot(subject)
    further = ()
    if reason in ("", FIRST_HAS_NONE):
        further = tuple(mask_places.hidden(trial) for trial in mask_places.further(subject, layer))
    facts["further"] = further
    facts["elsewhere"] = mask_places.elsewhere(subject, bool(takes) and not reason)
    if reason:
        return Masking(reason=reason, **facts)
    return _masking(mask_places.first_trial(subject, layer), facts)


def _cannot(subject: Subject) -> str:
    leaves = mask_places.leaves(subject)
    if not leaves or any(len(leaf["shape"]) < 2 for leaf in leaves):
        return "no input has steps"
    steps = mask_places.with_steps(subject)
    if not steps:
        return FIRST_HAS_NONE
    if steps[0]["shape"][1] <= HIDDEN:
        return "too few steps"
    calls = subject.seen.get(Calls)
    return "the numbers differ from call to call" if calls is not None and not calls.repeats else ""


def _masking(trial: Trial, facts: dict[str, Any]) -> Masking:
    bare = attempt(lambda: trial.call(trial.inputs, None))
    if isinstance(bare, Raised):
        return Masking(reason="the layer needs its masks", **facts)
    if not trial.read_as_meant():
        return Masking(reason="`mask` is left to the caller, and of a shape of its own", **facts)
    outputs = numbers(bare)
    if not outputs or not outputs[0].ndim:
        return Masking(reason="the output is no tensor with rows", **facts)
    keeps = keeps_steps(trial, outputs)
    facts |= {
        "asked": True,
        "keeps_steps": keeps,
        "output_shape": tuple(outputs[0].shape),
        "compute_raised": _compute_mask(trial),
        **_flow(trial, outputs, keeps),
    }
    facts["keeps_zeros"] = _keeps_zeros(trial, bare)
    facts["makes_inside"] = _makes_inside(trial)
    facts["bare_mask"] = carried(bare, trial.mask)["mask_shape"] is not None
    masked = attempt(lambda: trial.call(trial.inputs, trial.mask))
    if isinstance(masked, Raised):
        return Masking(raised=masked, **facts)
    facts |= carried(masked, trial.mask)
    if not (facts["takes"] or facts["supports"] or facts["overrides"]):
        return Masking(**facts)
    facts |= _in_half_precision(trial, not_finite(masked)) if facts["takes"] else {}
    facts |= hides(trial, masked) | _consumed(trial, outputs, numbers(masked))
    if facts["takes"] and facts.get("looks_back") and not facts["hidden_matter"]:
        facts["hidden_matter"] = _early_matters(trial)
    return Masking(**facts)


def _makes_inside(trial: Trial) -> bool:
    """Whether a sublayer makes a mask of ids, one row of them for each sample."""
    ids = trial.inputs[trial.subject.first]
    return (
        isinstance(ids, np.ndarray)
        and ids.dtype.kind in "iu"
        and ids.ndim == 2
        and any(
            isinstance(layer, keras.layers.Embedding) and layer.mask_zero
            for layer in trial.layer._flatten_layers(include_self=False)
        )
    )


def _keeps_zeros(trial: Trial, bare: Any) -> bool:
    """Whether a mask that the layer makes of ids is True where they are 0, and nowhere else."""
    ids = trial.inputs[trial.subject.first]
    if (
        not isinstance(ids, np.ndarray)
        or ids.dtype.kind not in "iu"
        or not 0 < np.mean(ids == 0) < 1
    ):
        return False
    return bool(carried(bare, ids == 0).get("mask_same"))


def _in_half_precision(trial: Trial, before: str) -> dict[str, Any]:
    """The same call with the mask under mixed_float16, where constants for hidden scores may not fit."""
    kept, policy = trial.layer, keras.config.dtype_policy()
    keras.config.set_dtype_policy("mixed_float16")
    try:
        trial.layer = trial.subject.make()
        bare = attempt(lambda: trial.call(trial.inputs, None))
        masked = attempt(lambda: trial.call(trial.inputs, trial.mask))
    finally:
        trial.layer = kept
        keras.config.set_dtype_policy(policy)
    if isinstance(bare, Raised):
        return {}
    if isinstance(masked, Raised):
        return {"half_raised": masked}
    pairs = zip(tensor_leaves(bare), tensor_leaves(masked), strict=False)
    wide = any("float16" in str(one.dtype) and "float32" in str(two.dtype) for one, two in pairs)
    return {"half_wide": wide, "half_not_finite": "" if before else not_finite(masked)}


def _compute_mask(trial: Trial) -> Raised | None:
    tensors = trial.subject.tensors(trial.inputs[trial.subject.first])
    result = attempt(lambda: trial.layer.compute_mask(tensors, None))
    return result if isinstance(result, Raised) else None


def _flow(trial: Trial, outputs: list[np.ndarray], keeps: bool) -> dict[str, Any]:
    """Without masks: which steps of the output depend on which of the input."""
    if not keeps:
        return {}
    late = attempt(lambda: numbers(trial.call(trial.other(~trial.mask), None)))
    if isinstance(late, Raised):
        return {}
    ahead = trial.mask if close(late[0][trial.mask], outputs[0][trial.mask], 1e-3, 1e-5) else None
    own = not close(late[0][~trial.mask], outputs[0][~trial.mask], 1e-4, 1e-6)
    early = attempt(lambda: numbers(trial.call(trial.other(~trial.early), None)))
    if ahead is None or isinstance(early, Raised):
        return {"step_by_step": False, "sees_later": ahead is None}
    back = not close(early[0][trial.early], outputs[0][trial.early], 1e-3, 1e-5)
    return {"step_by_step": own and not back, "looks_back": back}


def _early_matters(trial: Trial) -> bool | None:
    """Whether an early step matters to later ones though a mask hides it."""
    one = attempt(lambda: trial.call(trial.inputs, trial.early))
    two = attempt(lambda: trial.call(trial.other(~trial.early), trial.early))
    if isinstance(one, Raised) or isinstance(two, Raised):
        return None
    return not trial.same_where_seen(one, two, trial.early)


def _consumed(trial: Trial, bare: list[np.ndarray], masked: list[np.ndarray]) -> dict[str, Any]:
    every = attempt(lambda: numbers(trial.call(trial.inputs, np.ones_like(trial.mask))))
    emptied = trial.mask.copy()
    emptied[-1] = False
    nothing = attempt(lambda: numbers(trial.call(trial.inputs, emptied)))
    return {
        "all_true_same": None if isinstance(every, Raised) else close(every, bare, 1e-3, 1e-4),
        "mask_matters": not close(masked, bare, 1e-4, 1e-6),
        "as_if_shorter": as_if_shorter(trial, bare, masked),
        "nothing_left": "" if isinstance(nothing, Raised) else not_finite(nothing),
    }
