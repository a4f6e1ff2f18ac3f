"""Each position's own linear map of its window, one position at a time."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, size = run.inputs, run.args.kernel_size
    steps = [
        np.einsum("bkc,kcf->bf", x[:, t : t + size], run["kernel"][t]) + run["bias"][t]
        for t in range(x.shape[1] - size + 1)
    ]
    return np.stack(steps, axis=1)


CASES = [
    Case(floats(2, 5, 3), {"filters": 4}),
    Case(floats(2, 3, 2), {"filters": 1}),
    Case(floats(2, 3, 2), {"filters": 2, "kernel_size": 1}),
]
