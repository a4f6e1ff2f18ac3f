"""Liu et al., 2024, equation 2.10, with the Gaussian bumps of Li, 2024, connection by connection."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    args, x = run.args, run.inputs
    centers = np.linspace(args.low, args.high, args.bumps)
    y = np.zeros((*x.shape[:-1], args.units))
    for i in range(x.shape[-1]):
        at = x[..., i, None]
        bumps = np.exp(-(((at - centers) / (centers[1] - centers[0])) ** 2))
        smooth = at / (1 + np.exp(-at))
        y += smooth * run["kernel"][i] + bumps @ run["coefficients"][i]
    return y


CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 1, "bumps": 3, "low": -1.0, "high": 3.0}),
]
