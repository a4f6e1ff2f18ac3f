"""Calls of one layer with different masks on the same input, and other numbers where a mask hides them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Raised
from layergen.check.probes import structure
from layergen.check.probes.leaves import has_shape, numbers, tensor_leaves
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, to_numpy
from layergen.check.probes.subject import Subject

BATCH = 4  # as in row_calls: JAX compiles each shape once
HIDDEN = 2  # steps that are masked at the end of all rows but the first
EARLY = 1  # the step that is masked where later steps cannot matter


class Trial:
    """One way to hide steps: all tensors with so many of them carry the mask, or it is given.

    Given is what an argument of `call` takes, or a tensor of the dict that the first argument is.
    """

    def __init__(
        self, subject: Subject, layer: keras.Layer, steps: int, argument: str | None = None
    ) -> None:
        self.subject = subject
        self.layer = layer
        self.steps = steps
        self.argument = argument
        self.asking: int | None = (
            None  # steps that a told mask hides the others from, each by itself
        )
        self.inputs = tensors_to_hide(subject.arrays(batch=BATCH))
        self.of_list = isinstance(self.inputs[subject.first], list)
        self.mask = np.ones((BATCH, steps), bool)
        self.mask[1:, -HIDDEN:] = False
        self.early = np.ones((BATCH, steps), bool)
        self.early[1:, EARLY] = False

    def call(self, inputs: dict[str, Any], mask: np.ndarray | None) -> Any:
        """The layer on these inputs with this mask."""
        tensors = {name: self.subject.tensors(value) for name, value in inputs.items()}
        if self.argument is not None:
            given = np.ones_like(self.mask) if mask is None else mask
            holder = tensors[self.subject.first] if self._in_dict() else tensors
            holder[self.argument] = keras.ops.convert_to_tensor(self._shaped(given))
        elif mask is not None:
            tensors = structure.mapped(lambda tensor: self._carry(tensor, mask), tensors, has_shape)
        options = self.subject.options(training=False)
        if mask is not None and self.left_to_caller:
            told = mask if self.asking is None else np.repeat(mask[:, None], self.asking, axis=1)
            options["mask"] = keras.ops.convert_to_tensor(told)
        first = tensors.pop(self.subject.first)
        return self.layer(first, **tensors, **options)

    def _in_dict(self) -> bool:
        first = self.inputs[self.subject.first]
        return isinstance(first, dict) and self.argument in first

    @property
    def left_to_caller(self) -> bool:
        """Whether Keras leaves `mask` to the caller: it fills it in for a call with a single tensor argument only."""
        alone = self.argument is None and len(self.subject.drive.arguments) > 1
        held = {name for name, one in self.inputs.items() if self._holds(one)}
        by_name = any(self.subject.takes(f"{name}_mask") for name in held)
        return alone and bool(held) and not by_name and self.subject.takes("mask")

    def read_as_meant(self) -> bool:
        """Finds how a mask that is left to the caller is given: (batch, steps), or (batch, asking steps, steps)."""
        if not self.left_to_caller:
            return True
        shape = next((leaf["shape"] for leaf in flat(self.subject.drive.arguments)), ())
        for asking in (None, *shape[1:2]):
            self.asking = asking
            if not isinstance(attempt(self.call, self.inputs, self.mask), Raised):
                return True
        self.asking = None
        return False

    def _holds(self, value: Any) -> bool:
        return hasattr(value, "shape") and self._has_steps(value)

    def _carry(self, tensor: Any, mask: np.ndarray) -> Any:
        if not self._has_steps(tensor):
            if not self.of_list or len(tensor.shape) < 3:
                return tensor
            # In a list each sequence carries a mask of its own length: a layer may look at all of them or at none.
            mask = np.ones(tuple(tensor.shape[:2]), bool)
        keras.src.backend.set_keras_mask(tensor, keras.ops.convert_to_tensor(mask))
        return tensor

    def _has_steps(self, value: Any) -> bool:
        return len(value.shape) >= 2 and tuple(value.shape[:2]) == self.mask.shape

    def _shaped(self, mask: np.ndarray) -> np.ndarray:
        """The mask as its argument takes it: (batch, steps), or the same for each step that looks: (batch, any, steps)."""
        arguments = self.subject.drive.arguments
        leaf = (arguments[self.subject.first] if self._in_dict() else arguments)[self.argument]
        if len(leaf["shape"]) == 3:
            mask = np.repeat(mask[:, None], leaf["shape"][1], axis=1)
        return mask.astype(leaf["dtype"])

    def other(self, hidden: np.ndarray) -> dict[str, Any]:
        """The same inputs with other numbers in these steps; no mere shift, which a normalisation takes back."""
        generator = np.random.default_rng(77)

        def change(array: np.ndarray) -> np.ndarray:
            if not self._has_steps(array):
                return array
            array = array.copy()
            if array.dtype.kind == "f":
                array[hidden] = 2.0 * generator.standard_normal(array[hidden].shape) + 0.5
            elif array.dtype.kind in "iu":
                array[hidden] = np.roll(array, 1, 0)[hidden]
                array[hidden] = np.where(array[hidden] > 1, array[hidden] - 1, array[hidden] + 1)
            return array

        return self._changed(change)

    def _changed(self, change: Callable[[np.ndarray], np.ndarray]) -> dict[str, Any]:
        """The inputs with this change to each array that is no mask itself."""
        return {
            name: (
                value | structure.mapped(change, _without_masks(value), has_shape)
                if isinstance(value, dict)
                else structure.mapped(change, value, has_shape)
            )
            for name, value in self.inputs.items()
        }

    def shorter(self) -> dict[str, Any]:
        """Rows without their masked end; the first row, which is not masked, loses it too and is not compared."""

        def cut(array: np.ndarray) -> np.ndarray:
            return array[:, :-HIDDEN] if self._has_steps(array) else array

        return self._changed(cut)

    def called_shorter(self) -> Any:
        """The layer on rows without their masked end, and nothing masked."""
        return self.call(
            self.shorter(), None if self.argument is None else np.ones_like(self.mask[:, HIDDEN:])
        )

    def same_where_seen(self, one: Any, two: Any, mask: np.ndarray) -> bool:
        """Equal numbers in all outputs, steps left out that an output's own mask hides, and this one.

        Where the trial's own mask is turned round, so is the output's: then this one tells alone.
        """
        for seen, right in zip(tensor_leaves(one), numbers(two), strict=True):
            left = np.asarray(to_numpy(seen))
            if left.shape != right.shape:
                return False
            if left.ndim == 4 and left.shape[-1] == self.steps:
                continue  # attention scores: their own steps are told nowhere
            carried = getattr(seen, "_keras_mask", None)
            kept = mask if carried is None else np.asarray(to_numpy(carried)).astype(bool)
            if kept.shape == mask.shape:
                kept = mask if np.array_equal(kept, ~mask) else kept & mask
            if kept.shape == left.shape[: kept.ndim]:
                left, right = left * _spread(kept, left), right * _spread(kept, right)
            # Row by row: a row of large numbers must not hide a change in another.
            if not all(close(*rows, 1e-3, 1e-4) for rows in zip(left, right, strict=True)):
                return False
        return True


def _spread(mask: np.ndarray, values: np.ndarray) -> np.ndarray:
    return mask.reshape(mask.shape + (1,) * (values.ndim - mask.ndim))


def tensors_to_hide(arguments: dict[str, Any]) -> dict[str, Any]:
    """The arguments that are no masks themselves."""
    return _without_masks(arguments)


def _without_masks(named: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in named.items() if not name.endswith("mask")}


def steps_of(structure_of: Any) -> list[int]:
    """How many steps each tensor has that can be masked: sequences of vectors, and of ids."""
    return [
        leaf["shape"][1]
        for leaf in flat(structure_of)
        if len(leaf["shape"]) >= 3
        or (len(leaf["shape"]) == 2 and leaf.get("dtype", "").startswith("int"))
    ]


def hides(trial: Trial, masked: Any) -> dict[str, Any]:
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


def as_if_shorter(trial: Trial, bare: list[np.ndarray], masked: list[np.ndarray]) -> bool | None:
    """Whether rows whose end is masked give what the same rows give without it; None where that cannot be compared."""
    shorter = attempt(lambda: numbers(trial.called_shorter()))
    if isinstance(shorter, Raised) or not shorter or not shorter[0].ndim:
        return None
    one, two = shorter[0], masked[0]
    if keeps_steps(trial, bare):
        if one.ndim < 2 or one.shape[1] != trial.steps - HIDDEN:
            return None
        return close(one[1:], two[1:, :-HIDDEN], 1e-3, 1e-4)
    return close(one[1:], two[1:], 1e-3, 1e-4) if one.shape == two.shape else None


def keeps_steps(trial: Trial, outputs: list[np.ndarray]) -> bool:
    return outputs[0].ndim >= 2 and outputs[0].shape[:2] == trial.mask.shape


def carried(outputs: Any, mask: np.ndarray) -> dict[str, Any]:
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
