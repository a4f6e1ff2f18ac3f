"""Novikov et al., 2015, equation 5: the whole kernel, put together from its cores."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    kernel = np.tensordot(run["first"], run["second"], axes=1)  # i, p, j, q
    kernel = kernel.transpose(0, 2, 1, 3).reshape(run.inputs.shape[-1], -1)
    return run.inputs @ kernel + run["bias"]


CASES = [
    Case(floats(3, 6), {"in_sizes": [2, 3], "out_sizes": [4, 2]}),
    Case(floats(2, 3, 4), {"in_sizes": [4, 1], "out_sizes": [1, 5], "rank": 1}),
]
