"""Gu et al., 2022: the recurrence h' = exp(-exp(rate) dt) h + dt B x, step by step."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    step = np.exp(run["log_step"])
    decay = np.exp(-np.exp(run["rate"]) * step)
    state = np.zeros((x.shape[0], *run["rate"].shape))
    y = np.zeros_like(x)
    for t in range(x.shape[1]):
        state = decay * state + step * run["write"] * x[:, t, :, None]
        y[:, t] = (state * run["read"]).sum(-1) + run["skip"] * x[:, t]
    return y


CASES = [
    Case(floats(2, 7, 3)),
    Case(floats(1, 1, 2), {"order": 1}),
    Case(floats(2, 16, 2), {"order": 3}),
]
