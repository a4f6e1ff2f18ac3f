"""Hu et al., 2018, equations 2 and 3: s = sigmoid(W2 relu(W1 z)), z the mean of each channel."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    squeezed = run.inputs.mean(axis=(1, 2))
    gate = np.maximum(squeezed @ run["reduce"], 0) @ run["expand"]
    return run.inputs / (1 + np.exp(-gate))[:, None, None, :]


CASES = [
    Case(floats(2, 3, 4, 8), {"hidden": 4}),
    Case(floats(2, 3, 4, 6), {"hidden": 1}),
    Case(floats(1, 1, 1, 8), {"hidden": 2}),
]
