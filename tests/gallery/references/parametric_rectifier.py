"""He et al., 2015, equation 1, with one slope for each channel."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    return np.where(run.inputs > 0, run.inputs, run["alpha"] * run.inputs)


CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4, 5)),
    Case(floats(2, 3, 4), {"alpha_initializer": "ones", "alpha_constraint": "non_neg"}),
]
