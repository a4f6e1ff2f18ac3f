"""Ganea et al., 2018, lemma 2: the maps at the origin of the ball."""

import numpy as np

from tests.gallery.reference import Case, floats, uniform


def expected(run):
    x, root = run.inputs, np.sqrt(run.args.curvature)
    length = np.linalg.norm(x, axis=-1, keepdims=True)
    if run.options.get("inverse"):
        return np.arctanh(root * length) * x / (root * length)
    return np.tanh(root * length) * x / (root * length)


CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4), {"curvature": 0.3}),
    Case(uniform(3, 4, low=-0.4, high=0.4), options={"inverse": True}),
]
