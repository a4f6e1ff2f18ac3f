"""Every example computes what its reference computes: outputs, masks, losses, states, gradients, config."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest

from tests.gallery.reference import Result
from tests.gallery.subject import NAMES, REFERENCES, Subject, cases, path_of

pytestmark = pytest.mark.every_backend
CASES = cases()
each_case = pytest.mark.parametrize(("name", "index"), CASES, ids=[f"{n}-{i}" for n, i in CASES])
each_layer = pytest.mark.parametrize("name", sorted({name for name, _ in CASES}))


def test_every_example_has_a_reference() -> None:
    missing = [name for name in NAMES if not (REFERENCES / f"{name}.py").exists()]
    assert not missing, "\n".join(
        f"examples/{name}.yaml has no tests/gallery/references/{name}.py" for name in missing
    )


def difference(got: Any, wanted: Any) -> float:
    """Largest difference, relative to the largest value where that is above 1."""
    got, wanted = np.asarray(got), np.asarray(wanted)
    assert got.shape == wanted.shape, f"shape {got.shape}, expected {wanted.shape}"
    if not wanted.size:
        return 0.0
    assert np.array_equal(np.isfinite(got), np.isfinite(wanted)), "not finite in other places"
    finite = np.isfinite(wanted)
    gap = np.abs(got.astype("float64") - wanted.astype("float64"))[finite]
    scale = max(1.0, float(np.max(np.abs(wanted[finite].astype("float64")), initial=0.0)))
    return float(np.max(gap, initial=0.0)) / scale


def expectation(subject: Subject) -> Result:
    if not subject.has_twin:
        return subject.expected()
    twin = subject.twin()
    result = subject.result(twin)
    # In the twin's order of weights: compared by what ours would be carried to.
    return Result(result.outputs, result.masks, result.losses)


@each_case
def test_numbers(name: str, index: int, record_property: Callable) -> None:
    subject = Subject(name, index)
    ours = subject.ours()
    got, wanted = subject.result(ours), expectation(subject)
    keras.tree.assert_same_structure(got.outputs, wanted.outputs)
    pairs = list(
        zip(keras.tree.flatten(got.outputs), keras.tree.flatten(wanted.outputs), strict=True)
    )
    worst = max(difference(left, right) for left, right in pairs)
    record_property("worst", worst)
    assert worst <= subject.case.tolerance
    assert difference(got.losses, wanted.losses) <= subject.case.tolerance
    if wanted.masks is not None:
        for left, right in zip(got.masks, wanted.masks, strict=True):
            assert (left is None) == (
                right is None
            ), f"mask {left is not None}, expected {right is not None}"
            assert left is None or np.array_equal(left, right)
    check_states(subject, got, wanted)


def check_states(subject: Subject, got: Result, wanted: Result) -> None:
    if subject.has_twin:
        twin = subject.twin()
        subject.call(twin)
        pairs = list(zip(subject.carried(got.states), twin.get_weights(), strict=True))
    else:
        assert wanted.states.keys() <= got.states.keys(), f"no such state: {wanted.states.keys()}"
        pairs = [
            (got.states[path], wanted.states.get(path, subject.values[path])) for path in got.states
        ]
    for left, right in pairs:
        assert difference(left, right) <= subject.case.tolerance


@each_case
def test_gradients(name: str, index: int) -> None:
    subject = Subject(name, index)
    if reason := subject.case.no_gradient or getattr(subject.reference, "NO_GRADIENT", ""):
        pytest.skip(reason)
    tolerance = getattr(subject.reference, "GRADIENT_TOLERANCE", 1e-4)
    ours = subject.ours()
    of_weights, of_inputs = subject.slopes(ours)
    paths = [path_of(weight) for weight in ours.weights]
    assert set(paths) == set(subject.values)
    if subject.has_twin:
        twin_weights, twin_inputs = subject.slopes(subject.twin())
        for left, right in zip(of_inputs, twin_inputs, strict=True):
            assert (left is None) == (right is None)
            assert left is None or difference(left, right) <= tolerance
    for seed in range(3):
        random = np.random.default_rng(seed)
        towards = {
            path: random.normal(size=subject.values[path].shape)
            for path in paths
            if path in subject.trainable
        }
        ours_slope = slope(of_weights, [towards.get(path) for path in paths])
        if subject.has_twin:
            still = {path: np.zeros_like(value) for path, value in subject.values.items()}
            theirs_slope = slope(twin_weights, subject.carried({**still, **towards}))
        else:
            moved = [None if x is None else random.normal(size=x.shape) for x in of_inputs]
            ours_slope += slope(of_inputs, moved)
            theirs_slope = subject.difference_quotient(towards, moved)
        assert ours_slope == pytest.approx(theirs_slope, rel=tolerance, abs=10 * tolerance)


def slope(gradients: list, direction: list) -> float:
    return sum(
        float(np.sum(gradient * towards))
        for gradient, towards in zip(gradients, direction, strict=True)
        if gradient is not None and towards is not None
    )


@each_layer
def test_config_round_trip(name: str) -> None:
    for index in range(sum(one == name for one, _ in CASES)):
        subject = Subject(name, index)
        ours = subject.ours()
        config = json.loads(json.dumps(ours.get_config()))
        restored = type(ours).from_config(copy.deepcopy(config))
        assert json.loads(json.dumps(restored.get_config())) == config
        subject._build(restored)
        restored.set_weights(list(subject.values.values()))
        for left, right in zip(
            keras.tree.flatten(subject.call(restored)),
            keras.tree.flatten(subject.call(subject.ours())),
            strict=True,
        ):
            left, right = map(keras.ops.convert_to_numpy, (left, right))
            seeded = subject.case.init.get("seed") is not None
            if not hasattr(ours, "seed_generator") or seeded:
                assert difference(left, right) <= subject.case.tolerance
