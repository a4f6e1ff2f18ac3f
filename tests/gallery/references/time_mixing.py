"""Peng et al., 2023, equation 14, as the sum it stands for."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    k, v = x @ run["key"], x @ run["value"]
    gate = 1 / (1 + np.exp(-(x @ run["receptance"])))
    decay = np.exp(run["log_decay"])
    averages = np.zeros_like(k)
    for t in range(x.shape[1]):
        shares = [np.exp(-(t - 1 - i) * decay + k[:, i]) for i in range(t)]
        shares.append(np.exp(run["bonus"] + k[:, t]))
        averages[:, t] = sum(s * v[:, i] for i, s in enumerate(shares)) / sum(shares)
    return gate * averages @ run["projection"]


CASES = [
    Case(floats(2, 6, 3), {"units": 4}),
    Case(floats(1, 1, 3), {"units": 2}),
    Case(floats(2, 15, 2), {"units": 3}),
]
