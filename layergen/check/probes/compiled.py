"""Probe: the call inside the backend's compilers, against the same call without."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras

from layergen.check.evidence import Raised
from layergen.check.evidence.calls import Calls
from layergen.check.evidence.compiled import Compilation, Compiled
from layergen.check.evidence.randomness import Training
from layergen.check.probes import snapshot, structure
from layergen.check.probes.raised import attempt
from layergen.check.probes.structure import close, flat, largest_difference, to_numpy
from layergen.check.probes.subject import Subject

DRAWS = 30  # compiled steps in training: rows that are dropped now and then are often all kept


def probe(subject: Subject) -> Compiled:
    plain = subject.made()
    supports = bool(getattr(plain, "supports_jit", True))
    if any(leaf.get("dtype") == "string" for leaf in flat(subject.drive.arguments)):
        return Compiled(supports, skipped="strings are not compiled")
    if subject.backend == "torch":
        return Compiled(
            supports, skipped="torch.compile takes longer than everything else together"
        )
    if subject.backend == "jax":
        return Compiled(supports, (_way(subject, "jax.jit", _jax),))
    ways = [_way(subject, "tf.function", _tensorflow)]
    if supports and ways[0].raised is None:
        ways.append(_way(subject, "XLA", _xla, training=False))
    return Compiled(supports, tuple(ways))


def _way(
    subject: Subject, how: str, compiler: Callable[..., Any], training: bool = True
) -> Compilation:
    """A layer traced before it was ever called eagerly, against a twin that was only called eagerly."""
    twin = subject.make()
    expected = attempt(lambda: to_numpy(subject.call(twin, training=False)))
    layer = subject.make()
    built = attempt(snapshot.build_only, subject, layer)
    if isinstance(built, Raised) or (not layer.built and twin.weights):
        # What only a call can build is not traced first: Keras builds before it compiles.
        attempt(subject.call, layer)
    if len(layer.weights) == len(twin.weights):
        for one, other in zip(layer.weights, twin.weights, strict=True):
            attempt(one.assign, other.value)
    before = snapshot.attributes(layer)
    got = attempt(lambda: to_numpy(compiler(subject, layer, False)[0]))
    held = [change.attribute for change in snapshot.changes(before, snapshot.attributes(layer), 1)]
    if isinstance(got, Raised):
        return Compilation(how, raised=got, python_state=tuple(held))
    if isinstance(expected, Raised):
        return Compilation(how)
    again = attempt(subject.call, layer, subject.arrays(seed=1), training=False)
    calm = _calm(subject)
    return Compilation(
        how,
        same=close(got, expected, 1e-3, 1e-4) if calm else None,
        difference=largest_difference(got, expected),
        frozen_noise=training and _frozen(subject, compiler),
        python_state=tuple(held),
        after=again if isinstance(again, Raised) else None,
    )


def _calm(subject: Subject) -> bool:
    """Whether the layer gave the same numbers for the same input at inference."""
    calls = subject.seen.get(Calls)
    return calls is None or (calls.repeats and not calls.moved)


def _frozen(subject: Subject, compiler: Callable[..., Any]) -> bool:
    """Noise that varies from one eager call to the next and is the same in all compiled training calls."""
    training = subject.seen.get(Training)
    if training is None or training.at_rates or not training.train.often or training.train.repeated:
        return False
    layer = subject.made(training=True)
    results = attempt(lambda: [to_numpy(one) for one in compiler(subject, layer, True)])
    if isinstance(results, Raised):
        return False
    return all(close(results[0], other, 1e-6, 1e-7) for other in results[1:])


def _tensorflow(
    subject: Subject, layer: keras.Layer, training: bool, jit: bool = False
) -> list[Any]:
    import tensorflow as tf

    from layergen.check.probes.training import call

    arrays = {name: subject.tensors(value) for name, value in subject.arrays().items()}
    # `fit` and `predict` trace for a batch of unknown size. Whether that can be done is another
    # probe's question (see symbolic): here only numbers count.
    unknown = structure.mapped(_spec, subject.drive.arguments)
    options: dict[str, Any] = {"jit_compile": jit, "autograph": False}

    def in_a_model(values: Any) -> Any:
        with subject.in_a_model():
            return call(subject, layer, training, values)

    def run(**signature: Any) -> list[Any]:
        compiled = tf.function(in_a_model, **options, **signature)
        return [compiled(arrays) for _ in range(DRAWS if training else 1)]

    results = attempt(run, input_signature=[unknown])
    return run() if isinstance(results, Raised) else results


def _spec(leaf: dict[str, Any]) -> Any:
    """One input of a graph, its batch unknown."""
    import tensorflow as tf

    shape = list(leaf["shape"])
    if shape and leaf.get("kind") != "no-batch":
        shape[0] = None
    return tf.TensorSpec(shape, leaf.get("dtype", "float32"))


def _xla(subject: Subject, layer: keras.Layer, training: bool) -> list[Any]:
    return _tensorflow(subject, layer, training, jit=True)


def _jax(subject: Subject, layer: keras.Layer, training: bool) -> list[Any]:
    import jax

    from layergen.check.probes.training import call

    arrays = {name: subject.tensors(value) for name, value in subject.arrays().items()}
    variables = layer.variables

    @jax.jit
    def compiled(state: Any, values: Any) -> Any:
        with keras.StatelessScope(state_mapping=list(zip(variables, state, strict=True))) as scope:
            outputs = call(subject, layer, training, values)
        return outputs, [scope.get_current_value(variable) for variable in variables]

    state, results = [variable.value for variable in variables], []
    for _ in range(DRAWS if training else 1):
        outputs, state = compiled(state, arrays)
        results.append(outputs)
    return results
