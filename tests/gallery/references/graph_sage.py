"""Hamilton et al., 2017, algorithm 1, node by node, with the two halves of the joined kernel apart."""

import numpy as np

from tests.gallery.reference import Case, floats, ints


def expected(run):
    x, sources, targets = run.inputs
    gather = getattr(np, run.args.aggregator)
    pooled = np.zeros_like(x)
    for node in range(len(x)):
        heard = x[sources[targets == node]]
        if len(heard):
            pooled[node] = gather(heard, axis=0)
    y = np.maximum(x @ run["own"] + pooled @ run["neighbour"] + run["bias"], 0)
    return y / np.linalg.norm(y, axis=-1, keepdims=True) if run.args.normalized else y


EDGES = (floats(6, 4), ints(9, high=6), ints(9, high=5))  # the last node hears nothing
CASES = [
    Case(EDGES, {"units": 3}),
    Case(EDGES, {"units": 8, "aggregator": "max", "normalized": True}),
    Case(EDGES, {"units": 2, "aggregator": "sum"}),
]
