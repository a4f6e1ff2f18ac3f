"""torch.nn.Bilinear: y_u = a' K_u b + bias_u, summed index by index."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    a, b = run.inputs
    kernel = run["kernel"]
    y = np.zeros((*a.shape[:-1], kernel.shape[-1])) + run["bias"]
    for left in range(a.shape[-1]):
        for right in range(b.shape[-1]):
            y = y + (a[..., left] * b[..., right])[..., None] * kernel[left, right]
    return y


CASES = [
    Case((floats(3, 4), floats(3, 5)), {"units": 6}),
    Case((floats(2, 3, 4), floats(2, 3, 2)), {"units": 1}),
]
