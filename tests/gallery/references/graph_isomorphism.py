"""Xu et al., 2019, equation 4.1: MLP((1 + epsilon) x + sum over neighbours)."""

import numpy as np

from tests.gallery.reference import Case, bools, floats, uniform


def expected(run):
    x, adjacency = run.inputs
    if run.masks is not None:
        adjacency = adjacency * run.masks[0][:, None, :]
    total = (1 + run["epsilon"]) * x + np.einsum("bij,bjf->bif", adjacency, x)
    hidden = np.maximum(total @ run["hidden/kernel"] + run["hidden/bias"], 0)
    return hidden @ run["project/kernel"] + run["project/bias"]


CASES = [
    Case((floats(2, 5, 3), uniform(2, 5, 5)), {"units": 4}),
    Case((floats(1, 1, 2), uniform(1, 1, 1)), {"units": 1}),
    Case((floats(2, 4, 3), uniform(2, 4, 4)), {"units": 2}, masks=(bools(2, 4), None)),
]
