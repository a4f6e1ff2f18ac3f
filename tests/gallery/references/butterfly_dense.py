"""Dao et al., 2019, section 3: each level mixes the pairs of features that are one stride apart."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    size = run.inputs.shape[-1]
    y = run.inputs.reshape(-1, size)
    for level, factors in enumerate(run["factors"]):
        stride = 2**level
        firsts = [place for place in range(size) if not place & stride]
        mixed = np.empty_like(y)
        for first, factor in zip(firsts, factors, strict=True):
            pair = [first, first + stride]
            mixed[:, pair] = y[:, pair] @ factor
        y = mixed
    y = y.reshape(run.inputs.shape)
    return y + run["bias"] if run.args.use_bias else y


CASES = [
    Case(floats(2, 5, 8)),
    Case(floats(3, 4), {"use_bias": False}),
    Case(floats(2, 16)),
]
