"""Razavi et al., 2019, equations 2 to 4, with the smoothing of the counts that its authors use."""

import numpy as np

from tests.gallery.reference import Case, Result, floats, uniform


def draw(name, shape, random):
    return random.uniform(0.5, 2.0, shape) if name == "counts" else None


def nearest(run):
    gaps = run.inputs[..., None, :] - run["codebook"]
    return (gaps**2).sum(-1).argmin(-1)


def expected(run):
    args, indices = run.args, nearest(run)
    codes = run["codebook"][indices]
    states = {}
    if run.training:
        counts, totals = args.momentum * run["counts"], args.momentum * run["totals"]
        for at in np.ndindex(indices.shape):
            counts[indices[at]] += 1 - args.momentum
            totals[indices[at]] += (1 - args.momentum) * run.inputs[at]
        whole = counts.sum()
        smooth = (counts + args.epsilon) / (whole + args.codes * args.epsilon) * whole
        states = {"counts": counts, "totals": totals, "codebook": totals / smooth[:, None]}
    loss = args.commitment * ((codes - run.inputs) ** 2).mean()
    return Result((codes, indices), losses=loss, states=states)


def surrogate(run, at):
    """Straight through: the output and the loss move with the input."""
    codes = at["codebook"][nearest(at)]
    loss = run.args.commitment * ((codes - run.inputs) ** 2).mean()
    return Result((run.inputs + (codes - at.inputs), nearest(at)), losses=loss)


CASES = [
    Case(floats(6, 3), {"codes": 4}),
    Case(floats(6, 3), {"codes": 4, "momentum": 0.9}, training=True),
    Case(uniform(2, 5, 3), {"codes": 3, "momentum": 0.0, "epsilon": 0.1}, training=True),
]
