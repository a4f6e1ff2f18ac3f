"""Gilmer et al., 2017, equations 1 and 2, edge by edge."""

import numpy as np

from tests.gallery.reference import Case, floats, uniform


def expected(run):
    x, edges, adjacency = run.inputs
    batch, nodes, _ = x.shape
    y = np.zeros((batch, nodes, run.args.units))
    for b, i in np.ndindex(batch, nodes):
        total = np.zeros(run.args.units)
        for j in range(nodes):
            sent = x[b, i] @ run["receiver"] + x[b, j] @ run["sender"]
            sent = sent + edges[b, i, j] @ run["edge"] + run["bias"]
            total += adjacency[b, i, j] * np.maximum(sent, 0)
        y[b, i] = np.maximum(np.concatenate([x[b, i], total]) @ run["update"], 0)
    return y


CASES = [
    Case((floats(2, 4, 3), floats(2, 4, 4, 2), uniform(2, 4, 4)), {"units": 5}),
    Case((floats(1, 1, 3), floats(1, 1, 1, 1), uniform(1, 1, 1)), {"units": 2}),
]
