"""Snell et al., 2017, equation 2, before the softmax."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    y = np.zeros((*run.inputs.shape[:-1], run.args.classes))
    for at in np.ndindex(y.shape):
        y[at] = -(np.linalg.norm(run.inputs[at[:-1]] - run["prototypes"][at[-1]]) ** 2)
    return y


CASES = [Case(floats(3, 4), {"classes": 5}), Case(floats(2, 3, 4), {"classes": 1})]
