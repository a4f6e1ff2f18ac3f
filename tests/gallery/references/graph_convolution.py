"""Kipf and Welling, 2017, equation 2: D^-1/2 (A + I) D^-1/2 X W."""

import numpy as np

from tests.gallery.reference import Case, bools, floats, uniform


def expected(run):
    rows = []
    for b, (x, adjacency) in enumerate(zip(*run.inputs, strict=True)):
        if run.masks is not None:
            adjacency = adjacency * run.masks[0][b]
        loops = adjacency + np.eye(len(x))
        root = np.diag(1 / np.sqrt(loops.sum(-1)))
        rows.append(root @ loops @ root @ x @ run["kernel"])
    y = np.array(rows)
    if run.args.use_bias:
        y = y + run["bias"]
    return np.tanh(y) if run.args.activation == "tanh" else y


CASES = [
    Case((floats(2, 5, 3), uniform(2, 5, 5)), {"units": 4}),
    Case((floats(1, 4, 3), uniform(1, 4, 4)), {"units": 2, "activation": "tanh"}),
    Case((floats(3, 1, 3), uniform(3, 1, 1)), {"units": 2, "use_bias": False}),
    Case((floats(2, 4, 3), uniform(2, 4, 4)), {"units": 2}, masks=(bools(2, 4), None)),
]
