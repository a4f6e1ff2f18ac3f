"""The gallery in figures: lines, reference, worst difference on each backend, and on JAX what a call costs.

KERAS_BACKEND=jax python -m tests.gallery.table > jax.json    one backend's figures
python -m tests.gallery.table show jax.json torch.json        the table
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import keras

from tests.gallery.reference import Result
from tests.gallery.subject import EXAMPLES, Subject, cases, reference
from tests.gallery.test_numbers import difference, expectation

Cost = dict[str, float]  # what XLA's cost analysis counts: flops, bytes accessed


def compiled_cost(function: Callable, *given: Any) -> Cost:
    import jax

    found = jax.jit(function).lower(*given).compile().cost_analysis()
    return {"flops": found.get("flops", 0.0), "bytes": found.get("bytes accessed", 0.0)}


def cost_of_layer(subject: Subject, layer: keras.layers.Layer) -> Cost:
    def call(weights: list, flat: list) -> Any:
        pairs = list(zip(layer.variables, weights, strict=True))
        with keras.StatelessScope(state_mapping=pairs):
            outputs = subject.call(layer, keras.tree.pack_sequence_as(subject.inputs, flat))
        return keras.tree.flatten(outputs)

    values = [variable.value for variable in layer.variables]
    return compiled_cost(call, values, keras.tree.flatten(subject.inputs))


def cost_of_reference(subject: Subject) -> Cost:
    """The NumPy reference, traced with jax.numpy in NumPy's place."""
    import jax.numpy as jnp

    module = subject.reference
    run = subject.run()

    def call(weights: dict, flat: list) -> Any:
        inputs = keras.tree.pack_sequence_as(subject.inputs, flat)
        found = module.expected(replace(run, inputs=inputs, weights=weights))
        return keras.tree.flatten(found.outputs if isinstance(found, Result) else found)

    with mock.patch.object(module, "np", jnp, create=True):
        return compiled_cost(call, subject.values, keras.tree.flatten(subject.inputs))


def cost_ratios(subject: Subject) -> dict[str, float] | str:
    """Ours through the reference's; where the reference cannot be compiled, why."""
    if subject.has_twin:
        theirs = cost_of_layer(subject, subject.twin())
    else:
        try:
            theirs = cost_of_reference(subject)
        except Exception as error:  # a reference that loops over values, or writes into arrays
            return type(error).__name__
    ours = cost_of_layer(subject, subject.ours())
    return {what: ours[what] / theirs[what] for what in ours if theirs[what]}


def figures(name: str) -> dict[str, Any]:
    """The worst of all cases of one example."""
    worst, costs = 0.0, []
    for index in range(sum(one == name for one, _ in cases())):
        subject = Subject(name, index)
        got, wanted = subject.result(subject.ours()), expectation(subject)
        flat = zip(keras.tree.flatten(got.outputs), keras.tree.flatten(wanted.outputs), strict=True)
        worst = max(worst, *(difference(left, right) for left, right in flat))
        # JAX's tracers carry no mask.
        if keras.backend.backend() == "jax" and subject.masks is None:
            costs.append(cost_ratios(subject))
    module = reference(name)
    found = {
        "backend": keras.backend.backend(),
        "spec": lines(EXAMPLES / f"{name}.yaml"),
        "layer": lines(EXAMPLES / f"{name}.py"),
        "reference": "Keras" if hasattr(module, "keras_layer") else "NumPy",
        "worst": worst,
    }
    return {**found, "cost": costs} if costs else found


def lines(path: Path) -> int:
    return sum(bool(line.strip()) for line in path.read_text(encoding="utf-8").splitlines())


def show(paths: list[str]) -> None:
    rows = {}
    for path in paths:
        for name, row in json.loads(Path(path).read_text()).items():
            rows.setdefault(name, []).append(row)
    backends = [row["backend"] for row in next(iter(rows.values()))]
    print(
        "| layer | spec | layer | reference |", *(f"{one} |" for one in backends), "flops | bytes |"
    )
    print("|---|" + "---|" * (5 + len(backends)))
    for name, found in rows.items():
        first = found[0]
        costs = [one for row in found for one in row.get("cost", ())]
        counted = [one for one in costs if isinstance(one, dict)]
        told = [spread(counted, what) for what in ("flops", "bytes")] if counted else costs[:1] * 2
        worst = [f"{row['worst']:.1e}" for row in found]
        print(
            "|",
            " | ".join(
                map(str, [name, first["spec"], first["layer"], first["reference"], *worst, *told])
            ),
            "|",
        )


def spread(costs: list[Cost], what: str) -> str:
    found = [cost[what] for cost in costs if what in cost]
    return f"{min(found):.2f}–{max(found):.2f}" if found else "none"


if __name__ == "__main__":
    if sys.argv[1:2] == ["show"]:
        show(sys.argv[2:])
    else:
        names = sys.argv[1:] or sorted({name for name, _ in cases()})
        json.dump({name: figures(name) for name in names}, sys.stdout, indent=1)
