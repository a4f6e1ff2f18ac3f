"""Schütt et al., 2017, section 4.2, pair by pair, with the cosine cutoff."""

import numpy as np

from tests.gallery.reference import Case, floats


def shifted_softplus(x):
    return np.logaddexp(0, x) - np.log(2)


def expected(run):
    args, (x, positions) = run.args, run.inputs
    centres = np.linspace(0, args.cutoff, args.num_gaussians)
    gamma = 0.5 * ((args.num_gaussians - 1) / args.cutoff) ** 2
    values = x @ run["inside/kernel"]
    y = np.zeros(values.shape)
    for sample, one, two in np.ndindex(*x.shape[:2], x.shape[1]):
        distance = np.linalg.norm(positions[sample, one] - positions[sample, two])
        if one == two or distance >= args.cutoff:
            continue
        hidden = np.exp(-gamma * (distance - centres) ** 2)
        for name in ("filter_1", "filter_2"):
            hidden = shifted_softplus(hidden @ run[f"{name}/kernel"] + run[f"{name}/bias"])
        fade = 0.5 * (np.cos(np.pi * distance / args.cutoff) + 1)
        y[sample, one] += fade * hidden * values[sample, two]
    return y @ run["outside/kernel"] + run["outside/bias"]


CASES = [
    Case((floats(2, 5, 3), floats(2, 5, 3)), {"units": 4, "num_gaussians": 5}),
    Case((floats(1, 4, 2), floats(1, 4, 3)), {"units": 3, "num_gaussians": 4, "cutoff": 1.5}),
]
