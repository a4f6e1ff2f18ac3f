"""Dauphin et al., 2017, equation 1, with the convolution written out step by step."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def expected(run):
    x, kernel = run.inputs, run["kernel"]
    size = len(kernel)
    steps = []
    for t in range(x.shape[1]):
        seen = [(t - size + 1 + k, k) for k in range(size) if t - size + 1 + k >= 0]
        steps.append(sum(x[:, at] @ kernel[k] for at, k in seen) + run["bias"])
    a, b = np.split(np.stack(steps, 1), 2, axis=-1)
    return Result(a / (1 + np.exp(-b)))


CASES = [
    Case(floats(2, 5, 3), {"filters": 4}),
    Case(floats(2, 3, 2), {"filters": 1, "kernel_size": 5}),
    Case(floats(2, 3, 2), {"filters": 2, "kernel_size": 1}),
]
