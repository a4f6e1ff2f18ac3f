"""What a symbolic call promises against what comes out: at the drive's settings, at others, and with one more axis."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.sizes import Compared
from layergen.check.probes import structure
from layergen.check.probes.driving.roles import is_state, states_of
from layergen.check.probes.other_settings import settings
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import described, flat
from layergen.check.probes.subject import Subject

PRIMES = (7, 11, 13, 17, 19, 23, 29, 31, 37)  # lengths that nothing divides


def overridden(layer_class: type) -> bool:
    """Whether the shape is promised by the class and not by a trace."""
    own = layer_class.compute_output_shape is not keras.Layer.compute_output_shape
    return own or layer_class.compute_output_spec is not keras.Layer.compute_output_spec


def compared(
    subject: Subject, layer: keras.Layer, inputs: dict[str, Any], setting: str = ""
) -> Compared:
    """A symbolic call and a call on arrays of the same sizes; the batch is unknown to the first."""
    symbols, arrays = structure.symbolic(inputs), structure.arrays(inputs)
    promised = attempt(lambda: described(subject.call(layer, symbols)))
    got = attempt(lambda: described(subject.call(layer, arrays)))
    return Compared(
        shapes=shapes_of(symbols),
        given=shapes_of(arrays),
        promised=None if isinstance(promised, Raised) else promised,
        got=None if isinstance(got, Raised) else got,
        symbolic_raised=promised if isinstance(promised, Raised) else None,
        eager_raised=got if isinstance(got, Raised) else None,
        setting=setting,
    )


def shapes_of(arrays: Any) -> tuple[tuple[Any, ...], ...]:
    return tuple(tuple(leaf.shape) for leaf in flat(arrays, lambda value: hasattr(value, "shape")))


def at_other_rank(subject: Subject) -> Compared | None:
    """The promise for one more axis, before the last of floats and after that of ids; only where a promise is written."""
    arguments = with_one_more_axis(subject.drive.arguments)
    if not overridden(subject.layer_class) or arguments is None:
        return None
    layer = attempt(subject.make)
    if isinstance(layer, Raised):
        return None
    seen = compared(subject, layer, arguments)
    return None if seen.eager_raised or seen.symbolic_raised else seen


def with_one_more_axis(arguments: dict[str, Any]) -> dict[str, Any] | None:
    """A single input with another axis before the last of floats or after that of ids; None for other inputs."""
    leaves = flat(arguments)
    if len(leaves) != 1 or not leaves[0]["shape"]:
        return None
    shape = list(leaves[0]["shape"])
    where = len(shape) if "int" in leaves[0].get("dtype", "") or len(shape) == 1 else len(shape) - 1
    leaf = {**leaves[0], "shape": [*shape[:where], 3, *shape[where:]]}
    return structure.mapped(lambda _: leaf, arguments)


def promise_before_build(subject: Subject, fresh: keras.Layer, built: keras.Layer) -> Raised | None:
    """What `compute_output_shape` raises on a layer that is not built, where a built one answers."""
    if type(fresh).compute_output_shape is keras.Layer.compute_output_shape:
        return None
    shapes = {name: _shape(leaves) for name, leaves in subject.drive.arguments.items()}
    parameters = list(inspect.signature(fresh.compute_output_shape).parameters.values())
    needed = [one.name for one in parameters if one.default is one.empty]
    if len(needed) > 1 and {name.removesuffix("_shape") for name in needed} != set(shapes):
        return None

    def asked(layer: keras.Layer) -> Any:
        if len(needed) == 1:
            return attempt(layer.compute_output_shape, shapes[subject.first])
        named = {name: shapes[name.removesuffix("_shape")] for name in needed}
        return attempt(lambda: layer.compute_output_shape(**named))

    before = asked(fresh)
    return before if isinstance(before, Raised) and not isinstance(asked(built), Raised) else None


def _shape(leaves: Any) -> Any:
    return structure.mapped(lambda leaf: (None, *leaf["shape"][1:]), leaves)


def under_other_settings(subject: Subject) -> Iterator[Compared]:
    """The promise with each argument given other values: many are written for the defaults.

    A setting that the layer does not run with proves nothing, and is left out.
    """
    if not overridden(subject.layer_class):
        return
    plain = subject.drive.arguments
    for name, leaves in plain.items():
        if isinstance(leaves, list) and len(leaves) > 1:
            more = {**plain, name: [*leaves, leaves[-1]]}
            yield from _running(subject, {}, [more], f"{len(leaves) + 1} tensors in {name}")
    inputs = [structure.resized(plain, None, _prime_lengths(subject)), plain]
    for setting in settings(subject):
        yield from _running(subject, setting.changes, inputs, setting.said)


def _running(
    subject: Subject, changes: dict[str, Any], inputs: list[dict[str, Any]], setting: str
) -> Iterator[Compared]:
    """The first of these inputs that a layer with these changes runs on."""
    for one in inputs:
        layer = attempt(lambda: subject.make(**changes))
        if isinstance(layer, Raised):
            return
        # A cell's states are of its own sizes, which the setting may have changed.
        fitting = {
            name: states_of(layer) if is_state(name, layer) else leaves
            for name, leaves in one.items()
        }
        seen = compared(subject, layer, fitting, setting)
        if seen.eager_raised is None:
            yield seen
            return


def _prime_lengths(subject: Subject) -> dict[int, int]:
    """Other sizes for the axes that are no features, so that halves and windows do not come out even."""
    leaves = [leaf for leaf in flat(subject.drive.arguments) if len(leaf["shape"]) > 2]
    lengths = {size for leaf in leaves for size in leaf["shape"][1:-1]}
    lengths -= {leaf["shape"][-1] for leaf in leaves}
    larger = {size: next((one for one in PRIMES if one > size), size) for size in lengths}
    return larger if len(set(larger.values())) == len(larger) else {}
