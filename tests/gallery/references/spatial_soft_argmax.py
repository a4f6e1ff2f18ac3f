"""Levine et al., 2016, section 5.2: the expected position under a softmax over the pixels."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    batch, height, width, channels = x.shape
    y = np.zeros((batch, channels, 2))
    for b, c in np.ndindex(batch, channels):
        powers = np.exp(x[b, :, :, c] / np.exp(run["log_temperature"]))
        share = powers / powers.sum()
        for i, j in np.ndindex(height, width):
            y[b, c] += share[i, j] * np.array([2 * j / (width - 1) - 1, 2 * i / (height - 1) - 1])
    return y


CASES = [Case(floats(2, 4, 5, 3)), Case(floats(1, 7, 2, 1))]
