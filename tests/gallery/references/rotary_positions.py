"""Su et al., 2021, equation 34: each pair of features is a complex number that is turned."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    half = x.shape[-1] // 2
    number = x[..., :half] + 1j * x[..., half:]
    rates = run.args.longest ** (-np.arange(half) / half)
    turned = number * np.exp(1j * np.arange(x.shape[1])[:, None] * rates)[:, None, :]
    return np.concatenate([turned.real, turned.imag], axis=-1)


CASES = [
    Case(floats(2, 5, 3, 8)),
    Case(floats(1, 9, 1, 2), {"longest": 100.0}),
]
