"""Ganea et al., 2018, equations 5 and 24 and definition 3.2, for curvature 1."""

import numpy as np

from tests.gallery.reference import Case, uniform


def into_ball(v):
    return np.tanh(np.linalg.norm(v)) * v / np.linalg.norm(v)


def expected(run):
    y = np.zeros((*run.inputs.shape[:-1], run.args.units))
    for at in np.ndindex(run.inputs.shape[:-1]):
        x = run.inputs[at]
        tangent = np.arctanh(np.linalg.norm(x)) * x / np.linalg.norm(x)
        mapped = into_ball(tangent @ run["kernel"])
        if run.args.use_bias:
            b = into_ball(run["bias"])
            above = (1 + 2 * mapped @ b + b @ b) * mapped + (1 - mapped @ mapped) * b
            mapped = above / (1 + 2 * mapped @ b + (mapped @ mapped) * (b @ b))
        y[at] = mapped
    return y


CASES = [
    Case(uniform(3, 4, low=-0.4, high=0.4), {"units": 5}),
    Case(uniform(2, 3, 4, low=-0.4, high=0.4), {"units": 2, "use_bias": False}),
]
