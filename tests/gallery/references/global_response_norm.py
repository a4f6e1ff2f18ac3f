"""Woo et al., 2023, algorithm 1."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    norms = np.linalg.norm(x.reshape(len(x), -1, x.shape[-1]), axis=1)
    share = norms / (norms.mean(-1, keepdims=True) + run.args.epsilon)
    return run["gamma"] * (x * share[:, None, None]) + run["beta"] + x


CASES = [Case(floats(2, 3, 4, 5)), Case(floats(1, 2, 2, 1))]
