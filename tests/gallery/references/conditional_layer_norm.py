"""Peebles and Xie, 2023: layer normalisation with gain and bias from silu(condition)."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, condition = run.inputs
    active = condition / (1 + np.exp(-condition))
    made = active @ run["kernel"] + run["bias"]
    size = x.shape[-1]
    scale, shift = made[:, None, :size], made[:, None, size:]
    normal = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + run.args.epsilon)
    return normal * (1 + scale) + shift


CASES = [
    Case((floats(2, 3, 5), floats(2, 4))),
    Case((floats(1, 1, 6), floats(1, 2)), {"epsilon": 0.1}),
    Case((floats(2, 4, 5), floats(2, 4)), {"kernel_initializer": "ones"}),
]
