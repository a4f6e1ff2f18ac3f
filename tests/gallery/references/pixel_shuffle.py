"""Shi et al., 2016, equation 4, pixel by pixel, with the order of channels of TensorFlow's depth_to_space."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, r = run.inputs, run.args.factor
    batch, height, width, channels = x.shape
    filters = channels // r**2
    y = np.zeros((batch, height * r, width * r, filters))
    for i, j in np.ndindex(y.shape[1:3]):
        first = (r * (i % r) + j % r) * filters
        y[:, i, j] = x[:, i // r, j // r, first : first + filters]
    return y


CASES = [
    Case(floats(2, 3, 4, 8)),
    Case(floats(1, 2, 2, 9), {"factor": 3}),
    Case(floats(2, 2, 3, 4), {"factor": 1}),
]
