"""Probe: masks on the inputs: do they come out, do they hide, do they hide neither more nor less."""

from __future__ import annotations

import inspect
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Calls
from layergen.check.evidence.masking import Masking
from layergen.check.probes import structure
from layergen.check.probes.leaves import has_shape, not_finite, numbers, tensor_leaves
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, to_numpy
from layergen.check.probes.subject import Subject

BATCH = 4  # as in row_calls: JAX compiles each shape once
HIDDEN = 2  # steps that are masked at the end of all rows but the first


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
    if reason:
        return Masking(reason=reason, **facts)
    return Trial(subject, layer, takes).masking(facts)


def _cannot(subject: Subject) -> str:
    leaves = _leaves(subject)
    if not leaves or any(len(leaf["shape"]) < 2 for leaf in leaves):
        return "no input has steps"
    masks = [
        leaf
        for name, value in subject.drive.arguments.items()
        if name.endswith("mask")
        for leaf in flat(value)
    ]
    if any(len(leaf["shape"]) != 2 for leaf in masks):
        return "the layer takes masks of a shape of their own"
    first = leaves[0]
    steps = len(first["shape"]) >= 3 or first.get("dtype", "").startswith("int")
    if not steps:
        return "the input has no axis of steps"
    if first["shape"][1] <= HIDDEN:
        return "too few steps"
    calls = subject.seen.get(Calls)
    return "the numbers differ from call to call" if calls is not None and not calls.repeats else ""


def _leaves(subject: Subject) -> list[dict[str, Any]]:
    return flat(_plain(subject.drive.arguments))


def _plain(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that are no masks themselves."""
    return {name: value for name, value in arguments.items() if not name.endswith("mask")}


class Trial:
    """Calls of one layer with different masks on the same input."""

    def __init__(self, subject: Subject, layer: keras.Layer, takes: tuple[str, ...]) -> None:
        self.subject = subject
        self.layer = layer
        self.takes = takes
        self.inputs = _plain(subject.arrays(batch=BATCH))
        self.steps = _leaves(subject)[0]["shape"][1]
        self.mask = np.ones((BATCH, self.steps), bool)
        self.mask[1:, -HIDDEN:] = False

    def call(self, inputs: dict[str, Any], mask: np.ndarray | None) -> Any:
        """The layer on inputs that carry the mask, wherever they have these steps."""

        def carry(tensor: Any) -> Any:
            if (
                mask is not None
                and len(tensor.shape) >= 2
                and tuple(tensor.shape[:2]) == mask.shape
            ):
                keras.src.backend.set_keras_mask(tensor, keras.ops.convert_to_tensor(mask))
            return tensor

        tensors = {name: self.subject.tensors(value) for name, value in inputs.items()}
        tensors = structure.mapped(carry, tensors, has_shape)
        first = tensors.pop(self.subject.first)
        return self.layer(first, **tensors, **self.subject.options(training=False))

    def masking(self, facts: dict[str, Any]) -> Masking:
        bare = attempt(lambda: self.call(self.inputs, None))
        if isinstance(bare, Raised):
            return Masking(reason="the layer needs its masks", **facts)
        outputs = numbers(bare)
        if not outputs or not outputs[0].ndim:
            return Masking(reason="the output is no tensor with rows", **facts)
        keeps = outputs[0].ndim >= 2 and outputs[0].shape[:2] == self.mask.shape
        facts |= {
            "asked": True,
            "keeps_steps": keeps,
            "output_shape": tuple(outputs[0].shape),
            "compute_raised": self._compute_mask(),
            "step_by_step": self._apart(outputs, keeps),
        }
        masked = attempt(lambda: self.call(self.inputs, self.mask))
        if isinstance(masked, Raised):
            return Masking(raised=masked, **facts)
        facts |= _carried(masked, self.mask)
        if not (self.takes or facts["supports"] or facts["overrides"]):
            return Masking(**facts)
        facts |= self._in_half_precision(not_finite(masked))
        return Masking(**facts, **self._consumed(outputs, numbers(masked), keeps))

    def _in_half_precision(self, before: str) -> dict[str, Any]:
        """The same call with the mask under mixed_float16, where constants for hidden scores may not fit."""
        if not self.takes:
            return {}
        kept, policy = self.layer, keras.config.dtype_policy()
        keras.config.set_dtype_policy("mixed_float16")
        try:
            self.layer = self.subject.make()
            bare = attempt(lambda: self.call(self.inputs, None))
            masked = attempt(lambda: self.call(self.inputs, self.mask))
        finally:
            self.layer = kept
            keras.config.set_dtype_policy(policy)
        if isinstance(bare, Raised):
            return {}
        if isinstance(masked, Raised):
            return {"half_raised": masked}
        pairs = zip(tensor_leaves(bare), tensor_leaves(masked), strict=False)
        wide = any(
            "float16" in str(one.dtype) and "float32" in str(two.dtype) for one, two in pairs
        )
        return {"half_wide": wide, "half_not_finite": "" if before else not_finite(masked)}

    def _compute_mask(self) -> Raised | None:
        tensors = {name: self.subject.tensors(value) for name, value in self.inputs.items()}
        result = attempt(lambda: self.layer.compute_mask(tensors[self.subject.first], None))
        return result if isinstance(result, Raised) else None

    def _apart(self, outputs: list[np.ndarray], keeps: bool) -> bool | None:
        """Whether what is hidden later matters to the steps before, when nothing is masked."""
        if not keeps:
            return None
        other = attempt(lambda: numbers(self.call(self._garbage(), None)))
        if isinstance(other, Raised):
            return None
        return close(other[0][:, :-HIDDEN], outputs[0][:, :-HIDDEN], 1e-3, 1e-5) and not close(
            other[0][:, -HIDDEN:], outputs[0][:, -HIDDEN:], 1e-4, 1e-6
        )

    def _garbage(self) -> dict[str, Any]:
        """The same inputs with other numbers in the masked steps."""

        def change(array: np.ndarray) -> np.ndarray:
            if array.ndim < 2 or array.shape[:2] != self.mask.shape:
                return array
            array = array.copy()
            hidden = ~self.mask
            array[hidden] = (
                array[hidden] * 1.5 + 2.0
                if array.dtype.kind == "f"
                else np.roll(array, 1, 0)[hidden]
            )
            if array.dtype.kind in "iu":
                array[hidden] = np.where(array[hidden] > 1, array[hidden] - 1, array[hidden] + 1)
            return array

        return structure.mapped(change, self.inputs, has_shape)

    def _consumed(
        self, bare: list[np.ndarray], masked: list[np.ndarray], keeps: bool
    ) -> dict[str, Any]:
        every = attempt(lambda: numbers(self.call(self.inputs, np.ones_like(self.mask))))
        garbage = attempt(lambda: numbers(self.call(self._garbage(), self.mask)))
        emptied = self.mask.copy()
        emptied[-1] = False
        nothing = attempt(lambda: numbers(self.call(self.inputs, emptied)))
        shorter = attempt(lambda: numbers(self.call(self._shorter(), None)))
        return {
            "all_true_same": None if isinstance(every, Raised) else close(every, bare, 1e-3, 1e-4),
            "mask_matters": not close(masked, bare, 1e-4, 1e-6),
            "hidden_matter": (
                None if isinstance(garbage, Raised) else not self._same_where_seen(garbage, masked)
            ),
            "as_if_shorter": (
                None if isinstance(shorter, Raised) else self._like(shorter, masked, keeps)
            ),
            "nothing_left": "" if isinstance(nothing, Raised) else not_finite(nothing),
        }

    def _same_where_seen(self, one: list[np.ndarray], two: list[np.ndarray]) -> bool:
        """Equal numbers in all outputs, masked steps of outputs that keep the steps left out."""
        for left, right in zip(one, two, strict=True):
            if left.shape != right.shape:
                return False
            if left.ndim >= 2 and left.shape[:2] == self.mask.shape:
                left, right = left[self.mask], right[self.mask]
            if left.ndim >= 3 and left.shape[-1] == self.steps and left.ndim == 4:
                continue  # attention scores: their own steps are told nowhere
            if not close(left, right, 1e-3, 1e-4):
                return False
        return True

    def _shorter(self) -> dict[str, Any]:
        """Rows without their masked end; the first row, which is not masked, loses it too and is not compared."""

        def cut(array: np.ndarray) -> np.ndarray:
            return (
                array[:, :-HIDDEN]
                if array.ndim >= 2 and array.shape[:2] == self.mask.shape
                else array
            )

        return structure.mapped(cut, self.inputs, has_shape)

    def _like(
        self, shorter: list[np.ndarray], masked: list[np.ndarray], keeps: bool
    ) -> bool | None:
        one, two = shorter[0], masked[0]
        if keeps:
            if one.ndim < 2 or one.shape[1] != self.steps - HIDDEN:
                return None
            return close(one[1:], two[1:, :-HIDDEN], 1e-3, 1e-4)
        return close(one[1:], two[1:], 1e-3, 1e-4) if one.shape == two.shape else None


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
