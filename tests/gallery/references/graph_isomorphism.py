"""Xu et al., 2019, equation 4.1: MLP((1 + epsilon) x + sum over neighbours)."""

import numpy as np

from tests.gallery.reference import Case, floats, uniform


def expected(run):
    x, adjacency = run.inputs
    total = (1 + run["epsilon"]) * x + np.einsum("bij,bjf->bif", adjacency, x)
    hidden = np.maximum(total @ run["hidden/kernel"] + run["hidden/bias"], 0)
    return hidden @ run["project/kernel"] + run["project/bias"]


CASES = [
    Case((floats(2, 5, 3), uniform(2, 5, 5)), {"units": 4}),
    Case((floats(1, 1, 2), uniform(1, 1, 1)), {"units": 1}),
]
