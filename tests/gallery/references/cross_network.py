"""Wang et al., 2021, equation 1."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    rows = []
    for x0 in run.inputs:
        x = x0
        for i in range(run.args.depth):
            x = x0 * (run[f"kernels_{i}"].T @ x + run[f"biases_{i}"]) + x
        rows.append(x)
    return np.array(rows)


CASES = [Case(floats(3, 4)), Case(floats(2, 3), {"depth": 1}), Case(floats(2, 3), {"depth": 4})]
