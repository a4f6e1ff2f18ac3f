"""Kingma and Dhariwal, 2018, table 1."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    scale = np.exp(run["log_scale"])
    change = x.shape[1] * x.shape[2] * np.log(scale).sum() * np.ones(len(x))
    if run.options.get("inverse"):
        return x / scale - run["shift"], -change
    return scale * (x + run["shift"]), change


CASES = [
    Case(floats(2, 3, 4, 5)),
    Case(floats(2, 3, 4, 5), options={"inverse": True}),
    Case(floats(1, 1, 1, 2)),
]
