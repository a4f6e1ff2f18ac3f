"""Goodfellow et al., 2013, equation 1: the largest of k affine maps."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    pieces = run.args.pieces
    maps = [run.inputs @ run["kernel"][:, k::pieces] + run["bias"][:, k] for k in range(pieces)]
    return np.max(maps, axis=0)


CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 1, "pieces": 3}),
    Case(floats(2, 3, 2, 4), {"units": 5, "pieces": 1}),
]
