"""Dauphin et al., 2017, equation 1: (x W + b) * activation(x V)."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, args = run.inputs, run.args
    y = x @ run["kernel"]
    if args.use_bias:
        y = y + run["bias"]
    gate = x @ run["gate"]
    return y * (np.tanh(gate) if args.activation == "tanh" else 1 / (1 + np.exp(-gate)))


CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 1, "activation": "tanh"}),
    Case(floats(2, 3, 2, 4), {"units": 5, "use_bias": False}),
]
