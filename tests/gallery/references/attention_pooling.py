"""Yang et al., 2016, equations 5 to 7, over the steps that are not masked."""

import numpy as np

from tests.gallery.reference import Case, Result, bools, floats


def expected(run):
    x = run.inputs
    hidden = np.tanh(x @ run["kernel"] + run["bias"])
    importance = np.exp(hidden @ run["context"])
    if run.masks is not None:
        importance = importance * run.masks
    importance = importance / importance.sum(axis=1, keepdims=True)
    return Result((importance[..., None] * x).sum(axis=1), masks=(None,))


CASES = [
    Case(floats(3, 4, 5), {"units": 6}),
    Case(floats(3, 4, 5), {"units": 2}, masks=bools(3, 4)),
    Case(floats(1, 1, 2), {"units": 1}, masks=bools(1, 1)),
]
