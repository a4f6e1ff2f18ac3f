"""Zhang, 2019: a [1, 2, 1] blur with reflected borders, then every second pixel."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = np.pad(run.inputs, [(0, 0), (1, 1), (1, 1), (0, 0)], mode="reflect")
    rows = (x[:, :-2] + 2 * x[:, 1:-1] + x[:, 2:]) / 4
    both = (rows[:, :, :-2] + 2 * rows[:, :, 1:-1] + rows[:, :, 2:]) / 4
    return both[:, :: run.args.strides, :: run.args.strides]


CASES = [
    Case(floats(2, 5, 6, 3)),
    Case(floats(1, 4, 4, 1), {"strides": 1}),
    Case(floats(2, 7, 8, 2), {"strides": 3}),
]
