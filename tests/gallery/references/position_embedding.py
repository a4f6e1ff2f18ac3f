"""Devlin et al., 2018, section 3: the vector of position t is added to step t."""

import numpy as np

from tests.gallery.reference import Case, Result, bools, floats


def expected(run):
    y = np.stack([run.inputs[:, t] + run["positions"][t] for t in range(run.inputs.shape[1])], 1)
    return Result(y, masks=(run.masks,))


CASES = [
    Case(floats(3, 4, 5), {"max_length": 6}),
    Case(floats(2, 6, 1), {"max_length": 6}, masks=bools(2, 6)),
]
