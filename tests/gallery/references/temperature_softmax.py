"""Guo et al., 2017, section 4.2, along any axis."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    powers = np.exp(run.inputs / np.exp(run["log_temperature"]))
    return powers / powers.sum(run.args.axis, keepdims=True)


CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4), {"axis": 1}),
    Case(floats(2, 3, 4, 2), {"axis": -2}),
]
