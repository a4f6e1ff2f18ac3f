"""Probe: masks on the inputs: do they come out, do they hide, do they hide neither more nor less."""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Calls
from layergen.check.evidence.masking import Hidden, Masking
from layergen.check.probes.leaves import not_finite, numbers, tensor_leaves
from layergen.check.probes.mask_trial import HIDDEN, Trial, steps_of, tensors_to_hide
from layergen.check.probes.other_settings import settings
from layergen.check.probes.other_values import compared_words
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, is_leaf, to_numpy
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
        further = tuple(_hidden(trial) for trial in _further(subject, layer))
    facts["further"] = further
    facts["elsewhere"] = _elsewhere(subject, bool(takes) and not reason)
    if reason:
        return Masking(reason=reason, **facts)
    return _masking(_first_trial(subject, layer), facts)


def _first_trial(subject: Subject, layer: keras.Layer) -> Trial:
    return Trial(subject, layer, _with_steps(subject)[0]["shape"][1])


def _elsewhere(subject: Subject, on_first: bool) -> tuple[Hidden, ...]:
    """The masks that `call` takes, under the other words that the class compares its arguments with."""
    found = []
    for setting in settings(subject, ("text",)):
        ((name, value),) = setting.changes.items()
        if value not in compared_words(subject.source, name):
            continue
        layer = attempt(lambda given=setting.changes: subject.made(**given))
        if isinstance(layer, Raised):
            continue
        trials = [trial for trial in _further(subject, layer) if trial.argument]
        trials += [_first_trial(subject, layer)] if on_first else []
        found += [replace(_hidden(trial), under=setting.said) for trial in trials]
    return tuple(found)


def _cannot(subject: Subject) -> str:
    leaves = _leaves(subject)
    if not leaves or any(len(leaf["shape"]) < 2 for leaf in leaves):
        return "no input has steps"
    steps = _with_steps(subject)
    if not steps:
        return FIRST_HAS_NONE
    if steps[0]["shape"][1] <= HIDDEN:
        return "too few steps"
    calls = subject.seen.get(Calls)
    return "the numbers differ from call to call" if calls is not None and not calls.repeats else ""


def _leaves(subject: Subject) -> list[dict[str, Any]]:
    return flat(tensors_to_hide(subject.drive.arguments))


def _with_steps(subject: Subject) -> list[dict[str, Any]]:
    """The tensors of the first argument that are sequences: a list may begin with a vector."""
    first = tensors_to_hide(subject.drive.arguments).get(subject.first)
    return [leaf for leaf in flat(first) if steps_of(leaf)] if first is not None else []


def _further(subject: Subject, layer: keras.Layer) -> list[Trial]:
    """Masks beside those of the first tensor: on tensors with steps of their own, and as arguments."""
    arguments = subject.drive.arguments
    lengths = list(dict.fromkeys(steps_of(tensors_to_hide(arguments))))
    own = 1 if _with_steps(subject) else 0
    found = [Trial(subject, layer, steps) for steps in lengths[own:] if steps > HIDDEN]
    first = arguments[subject.first]
    entries = {} if is_leaf(first) or not isinstance(first, dict) else first
    for name, leaf in {**arguments, **entries}.items():
        shape = leaf.get("shape", ()) if isinstance(leaf, dict) else ()
        sequences = all(len(one["shape"]) < 4 for one in _leaves(subject))
        if name.endswith("mask") and len(shape) in (2, 3) and shape[-1] in lengths and sequences:
            found.append(Trial(subject, layer, shape[-1], name))
    return found


def _hidden(trial: Trial) -> Hidden:
    arguments = tensors_to_hide(trial.subject.drive.arguments)
    names = [name for name, one in arguments.items() if trial.steps in steps_of(one)]
    facts: dict[str, Any] = {"name": trial.argument or names[0], "given": bool(trial.argument)}
    bare = attempt(lambda: numbers(trial.call(trial.inputs, None)))
    masked = attempt(lambda: trial.call(trial.inputs, trial.mask))
    if isinstance(bare, Raised):
        return Hidden(**facts)
    if isinstance(masked, Raised):
        return Hidden(raised=masked, **facts)
    outputs = numbers(masked)
    return Hidden(
        output_shape=tuple(outputs[0].shape) if outputs else (),
        mask_shape=_carried(masked, trial.mask)["mask_shape"],
        mask_matters=not close(outputs, bare, 1e-4, 1e-6),
        as_if_shorter=_as_if_shorter(trial, bare, outputs),
        **_hides(trial, masked),
        **facts,
    )


def _hides(trial: Trial, masked: Any) -> dict[str, Any]:
    """Whether other numbers matter where the mask is False, and where it is True if it is turned round."""
    found = {"hidden_matter": _differ(trial, trial.mask, masked)}
    if found["hidden_matter"]:
        turned = attempt(lambda: trial.call(trial.inputs, ~trial.mask))
        found["kept_matter"] = _differ(trial, ~trial.mask, turned)
    return found


def _differ(trial: Trial, mask: np.ndarray, before: Any) -> bool | None:
    """Whether other numbers in the steps that the trial hides change, with this mask, what is seen."""
    if isinstance(before, Raised):
        return None
    after = attempt(lambda: trial.call(trial.other(~trial.mask), mask))
    return (
        None if isinstance(after, Raised) else not trial.same_where_seen(before, after, trial.mask)
    )


def _masking(trial: Trial, facts: dict[str, Any]) -> Masking:
    bare = attempt(lambda: trial.call(trial.inputs, None))
    if isinstance(bare, Raised):
        return Masking(reason="the layer needs its masks", **facts)
    outputs = numbers(bare)
    if not outputs or not outputs[0].ndim:
        return Masking(reason="the output is no tensor with rows", **facts)
    keeps = _keeps_steps(trial, outputs)
    facts |= {
        "asked": True,
        "keeps_steps": keeps,
        "output_shape": tuple(outputs[0].shape),
        "compute_raised": _compute_mask(trial),
        **_flow(trial, outputs, keeps),
    }
    facts["keeps_zeros"] = _keeps_zeros(trial, bare)
    facts["makes_inside"] = _makes_inside(trial)
    facts["bare_mask"] = _carried(bare, trial.mask)["mask_shape"] is not None
    masked = attempt(lambda: trial.call(trial.inputs, trial.mask))
    if isinstance(masked, Raised):
        return Masking(raised=masked, **facts)
    facts |= _carried(masked, trial.mask)
    if not (facts["takes"] or facts["supports"] or facts["overrides"]):
        return Masking(**facts)
    facts |= _in_half_precision(trial, not_finite(masked)) if facts["takes"] else {}
    facts |= _hides(trial, masked) | _consumed(trial, outputs, numbers(masked))
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
    return bool(_carried(bare, ids == 0).get("mask_same"))


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
        "as_if_shorter": _as_if_shorter(trial, bare, masked),
        "nothing_left": "" if isinstance(nothing, Raised) else not_finite(nothing),
    }


def _as_if_shorter(trial: Trial, bare: list[np.ndarray], masked: list[np.ndarray]) -> bool | None:
    """Whether rows whose end is masked give what the same rows give without it; None where that cannot be compared."""
    shorter = attempt(lambda: numbers(trial.called_shorter()))
    if isinstance(shorter, Raised) or not shorter or not shorter[0].ndim:
        return None
    one, two = shorter[0], masked[0]
    if _keeps_steps(trial, bare):
        if one.ndim < 2 or one.shape[1] != trial.steps - HIDDEN:
            return None
        return close(one[1:], two[1:, :-HIDDEN], 1e-3, 1e-4)
    return close(one[1:], two[1:], 1e-3, 1e-4) if one.shape == two.shape else None


def _keeps_steps(trial: Trial, outputs: list[np.ndarray]) -> bool:
    return outputs[0].ndim >= 2 and outputs[0].shape[:2] == trial.mask.shape


def _carried(outputs: Any, mask: np.ndarray) -> dict[str, Any]:
    """The mask on the first output."""
    leaf = tensor_leaves(outputs)[0]
    carried = getattr(leaf, "_keras_mask", None)
    if carried is None:
        return {"mask_shape": None}
    value = np.asarray(to_numpy(carried))
    same = value.shape == mask.shape and np.array_equal(value.astype(bool), mask)
    dtype = (
        keras.backend.standardize_dtype(carried.dtype)
        if hasattr(carried, "dtype")
        else type(carried).__name__
    )
    return {"mask_shape": tuple(value.shape), "mask_dtype": dtype, "mask_same": same}
