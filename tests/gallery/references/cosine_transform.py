"""The orthonormal DCT-II, coefficient by coefficient."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    size = x.shape[-1]
    y = np.zeros((*x.shape[:-1], run.args.coefficients))
    for k in range(run.args.coefficients):
        waves = [np.cos(np.pi / size * (n + 0.5) * k) for n in range(size)]
        y[..., k] = (x * waves).sum(-1) * np.sqrt((1 if k == 0 else 2) / size)
    return y


CASES = [
    Case(floats(3, 8), {"coefficients": 8}),
    Case(floats(2, 3, 5), {"coefficients": 2}),
    Case(floats(2, 2, 3, 1), {"coefficients": 1}),
]
