"""Probe: call one layer several times at inference, and see what comes back and what stays behind."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from layergen.check.evidence import Calls, Raised
from layergen.check.probes import own_inputs, row_calls, snapshot, structure, traces
from layergen.check.probes.in_rnn import in_rnn, kept_states
from layergen.check.probes.leaves import has_shape, not_finite
from layergen.check.probes.more_tensors import unread_beyond
from layergen.check.probes.other_settings import failing
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, to_numpy
from layergen.check.probes.subject import Subject
from layergen.check.probes.weights import shuffle

DRAWS = 4
LARGE = 300.0  # exp overflows in float32; squares, cubes and sums do not


def probe(subject: Subject) -> Calls:
    layer = subject.make()
    early = len(getattr(layer, "_losses", ()))
    attempt(snapshot.build_only, subject, layer)
    early = max(early, len(getattr(layer, "_losses", ())))
    before = snapshot.attributes(layer)
    first = subject.call(layer, training=False)
    after_first = snapshot.attributes(layer)
    weights = snapshot.weights(layer)
    first_losses = losses_of(layer)
    second = subject.call(layer, training=False)
    second_losses = losses_of(layer)
    with traces.counted(subject.backend) as retraced:
        third = subject.call(layer, training=False)
    changes = snapshot.changes(before, after_first, 1)
    later = snapshot.changes(after_first, snapshot.attributes(layer), 2)
    moved = snapshot.moved(weights, snapshot.weights(layer))
    repeats = attempt(lambda: close(first, second, 1e-5, 1e-6) and close(second, third, 1e-5, 1e-6))
    settles = repeats is not True and attempt(close, second, third, 1e-5, 1e-6) is True
    noisy = repeats is not True and not moved and not later and not settles
    mutated, by_name, kind, other = _ways_to_call(subject, layer)
    return Calls(
        returned=not_tensors(first),
        only_none=first is None,
        noisy=noisy,
        repeats=repeats is True,
        settles=settles,
        changes=tuple(later)
        + tuple(
            change for change in changes if change.attribute not in {one.attribute for one in later}
        ),
        moved=moved,
        inputs_changed=mutated,
        by_name=by_name,
        sequence=kind,
        other_sequence=other,
        in_rnn=in_rnn(subject, layer),
        kept_states=kept_states(subject, layer),
        rows=_rows(subject, layer, repeats is True),
        not_finite=_not_finite(subject, layer),
        early_losses=early,
        loss_counts=(len(first_losses), len(second_losses), len(losses_of(layer))),
        loss_values=(first_losses, second_losses),
        doubled_losses=_doubled(subject, layer) if first_losses else (),
        retraces=retraced.count,
        failing=failing(subject),
        reads_only=unread_beyond(subject),
    )


def _rows(subject: Subject, layer: keras.Layer, repeats: bool) -> Any:
    """Calls with other batches, on a layer that was built for one of known size: that is where a size can stick."""
    built = attempt(subject.made, training=False)
    layer = layer if isinstance(built, Raised) else built
    return (row_calls.rows if repeats else row_calls.shapes_only)(subject, layer)


def not_tensors(outputs: Any) -> tuple[str, ...]:
    """Types of the leaves that are no tensors."""
    leaves: list[Any] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            for item in value.values():
                walk(item)
        elif isinstance(value, list | tuple):
            for item in value:
                walk(item)
        else:
            leaves.append(value)

    walk(outputs)
    return tuple(type(leaf).__name__ for leaf in leaves if not _is_tensor(leaf))


def _is_tensor(leaf: Any) -> bool:
    if isinstance(leaf, np.ndarray | np.generic | int | float | str) or leaf is None:
        return False
    return keras.backend.is_keras_tensor(leaf) or hasattr(leaf, "shape")


def losses_of(layer: keras.Layer) -> tuple[float, ...]:
    """The numbers of `layer.losses`; a loss that is no number counts as NaN."""
    found = attempt(lambda: list(layer.losses))
    if isinstance(found, Raised):
        return ()
    numbers = [attempt(lambda loss=loss: float(np.sum(to_numpy(loss)))) for loss in found]
    return tuple(float("nan") if isinstance(number, Raised) else number for number in numbers)


def _doubled(subject: Subject, layer: keras.Layer) -> tuple[float, ...]:
    """Loss values that come more than once, at weights that were all moved apart."""
    shuffle(layer, 0)
    attempt(subject.call, layer, training=False)
    kept = [loss for loss in losses_of(layer) if np.isfinite(loss) and abs(loss) > 1e-8]
    return tuple(
        loss
        for index, loss in enumerate(kept)
        if any(np.isclose(loss, other, 1e-5) for other in kept[:index])
    )


def _ways_to_call(
    subject: Subject, layer: keras.Layer
) -> tuple[str | None, Raised | None, str, Raised | None]:
    """What becomes of the inputs; the call by name; the call with the other kind of sequence."""
    first, others = subject.split(subject.arrays())
    if not first:
        return None, None, "", None
    options = subject.options(training=False)
    with own_inputs.watched(layer) as seen:
        attempt(lambda: layer(first[0], **others, **options))
    first, others = subject.split(subject.arrays())
    by_name = attempt(lambda: layer(**{subject.first: first[0]}, **others, **options))
    kind, other = "", None
    if type(first[0]) in (list, tuple):
        swapped = tuple(first[0]) if isinstance(first[0], list) else list(first[0])
        kind = type(swapped).__name__
        other = attempt(lambda: layer(swapped, **others, **options))
    return (
        seen.changed,
        by_name if isinstance(by_name, Raised) else None,
        kind,
        other if isinstance(other, Raised) else None,
    )


def _not_finite(subject: Subject, layer: keras.Layer) -> dict[str, str]:
    """For zeros, equal numbers and large numbers as input: nan or inf where the output has it."""
    if not any(
        leaf.get("dtype", "float32").startswith(("float", "bfloat"))
        for leaf in flat(subject.drive.arguments)
    ):
        return {}
    plain = _worst(subject, layer, lambda array: array)
    if plain:
        return {"ordinary": plain}
    bounded = any("low" in leaf or "high" in leaf for leaf in flat(subject.drive.arguments))
    found = {
        "zero": _worst(subject, layer, np.zeros_like),
        "equal": _worst(subject, layer, np.ones_like),
        "large": (
            "" if bounded else _worst(subject, layer, lambda array: np.sign(array) * LARGE + array)
        ),
        "negative": "" if bounded else _worst(subject, layer, lambda array: -np.abs(array)),
        "alike": _of_equal_tensors(subject, layer),
    }
    return {name: worst for name, worst in found.items() if worst}


def _of_equal_tensors(subject: Subject, layer: keras.Layer) -> str:
    """The same for several inputs that hold the same: their cosine may be above 1 by rounding, so some are tried."""
    for seed in range(DRAWS):
        arrays = subject.arrays(seed=seed)
        floats = [array for array in flat(arrays, has_shape) if array.dtype.kind == "f"]
        if len(floats) < 2:
            return ""
        first = floats[0]
        if worst := _worst(
            subject, layer, lambda array: first if array.shape == first.shape else array, arrays
        ):
            return worst
    return ""


def _worst(subject: Subject, layer: keras.Layer, change: Any, arrays: Any = None) -> str:
    """nan, inf or nothing."""
    inputs = structure.mapped(
        lambda array: change(array).astype(array.dtype) if array.dtype.kind == "f" else array,
        subject.arrays() if arrays is None else arrays,
        has_shape,
    )
    outputs = attempt(lambda: not_finite(subject.call(layer, inputs, training=False)))
    return "" if isinstance(outputs, Raised) else outputs
