"""Kim et al., 2017, equation 8: P (tanh(U x) * tanh(V y)) + b."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    left, right = (
        x @ run[kernel]
        for x, kernel in zip(run.inputs, ("left_kernel", "right_kernel"), strict=True)
    )
    if run.args.activation == "tanh":
        left, right = np.tanh(left), np.tanh(right)
    return (left * right) @ run["kernel"] + run["bias"]


CASES = [
    Case((floats(3, 4), floats(3, 5)), {"units": 2, "rank": 6}),
    Case((floats(2, 3, 4), floats(2, 3, 2)), {"units": 4, "rank": 1, "activation": "linear"}),
    Case((floats(1, 2, 2, 3), floats(1, 2, 2, 3)), {"units": 1, "rank": 3}),
]
