"""Ha et al., 2017: the kernel is itself the output of a dense map."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    rows = []
    for x, context in zip(*run.inputs, strict=True):
        kernel = context @ run["make_kernel/kernel"] + run["make_kernel/bias"]
        bias = context @ run["make_bias/kernel"] + run["make_bias/bias"]
        rows.append(x @ kernel.reshape(x.shape[-1], -1) + bias)
    return np.array(rows)


CASES = [
    Case((floats(3, 2, 4), floats(3, 5)), {"units": 6}),
    Case((floats(1, 5, 3), floats(1, 1)), {"units": 1}),
]
