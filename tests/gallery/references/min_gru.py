"""Feng et al., 2024, section 3.1, step by step."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, units = run.inputs, run.args.units
    made = x @ run["kernel"] + (run["bias"] if run.args.use_bias else 0)
    h = np.zeros((len(x), units))
    y = []
    for t in range(x.shape[1]):
        z = 1 / (1 + np.exp(-made[:, t, :units]))
        h = (1 - z) * h + z * made[:, t, units:]
        y.append(h)
    return np.stack(y, axis=1)


CASES = [
    Case(floats(2, 7, 3), {"units": 4}),
    Case(floats(1, 1, 3), {"units": 2}),
    Case(floats(2, 12, 2), {"units": 1, "use_bias": False}),
]
