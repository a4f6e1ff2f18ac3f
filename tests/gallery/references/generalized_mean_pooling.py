"""Radenović et al., 2018, equation 3."""

import numpy as np

from tests.gallery.reference import Case, uniform


def draw(name, shape, random):
    return random.uniform(1.5, 4.0, shape)


def expected(run):
    x = np.maximum(run.inputs, run.args.epsilon).reshape(len(run.inputs), -1, run.inputs.shape[-1])
    p = run["exponent"]
    return (x**p).mean(1) ** (1 / p)


CASES = [
    Case(uniform(2, 3, 4, 5, low=0.1)),
    Case(uniform(2, 6, 3, low=-1.0), {"epsilon": 0.1}),
]
