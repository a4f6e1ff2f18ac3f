"""exp(-(|x - c| / width)^2)."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    y = np.zeros((*run.inputs.shape[:-1], run.args.units))
    for at in np.ndindex(y.shape):
        gap = np.linalg.norm(run.inputs[at[:-1]] - run["centers"][at[-1]])
        y[at] = np.exp(-((gap / np.exp(run["log_width"][at[-1]])) ** 2))
    return y


CASES = [Case(floats(3, 2), {"units": 4}), Case(floats(2, 3, 2), {"units": 1})]
