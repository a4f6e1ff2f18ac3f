"""Yu et al., 2023, equations 3 to 5, the entropies of independent features."""

import numpy as np

from tests.gallery.reference import Case, Result, floats


def entropy(p):
    p = np.clip(p, 1e-6, 1 - 1e-6)
    return np.mean(-p * np.log(p) - (1 - p) * np.log(1 - p))


def losses(run, x, code):
    if not run.training:
        return 0.0
    p = 1 / (1 + np.exp(-4 * x))
    sure, used = entropy(p), entropy(p.reshape(-1, p.shape[-1]).mean(0))
    return run.args.entropy_weight * (sure - used) + run.args.commitment * np.mean((x - code) ** 2)


def quantized(run):
    return np.where(run.inputs > 0, 1.0, -1.0)


def expected(run):
    index = np.zeros(run.inputs.shape[:-1], "int32")
    for bit in range(run.inputs.shape[-1]):
        index += (run.inputs[..., bit] > 0) * 2**bit
    return Result((quantized(run), index), losses=losses(run, run.inputs, quantized(run)))


def surrogate(run, at):
    """Straight through: the output and the losses move with the input."""
    code = quantized(at)
    moved = (run.inputs + (code - at.inputs), expected(at).outputs[1])
    return Result(moved, losses=losses(run, run.inputs, code))


CASES = [
    Case(floats(4, 3, 5)),
    Case(floats(4, 3), {"commitment": 1.0}, training=True),
    Case(floats(2, 3, 24), training=True),
]
