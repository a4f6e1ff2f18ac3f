"""Deng et al., 2019, equation 3, and the plain cosines where there are no labels."""

import numpy as np

from tests.gallery.reference import Case, floats, ints


def expected(run):
    x, labels = run.inputs
    kernel = run["kernel"] / np.linalg.norm(run["kernel"], axis=0)
    cosine = (x / np.linalg.norm(x, axis=-1, keepdims=True)) @ kernel
    if labels is not None:
        rows = np.arange(len(x))
        cosine[rows, labels] = np.cos(np.arccos(cosine[rows, labels]) + run.args.margin)
    return run.args.scale * cosine


CASES = [
    Case((floats(5, 6), ints(5, high=4)), {"classes": 4}),
    Case((floats(5, 6), ints(5, high=3)), {"classes": 3, "margin": 0.2, "scale": 10.0}),
    Case((floats(2, 6), None), {"classes": 4}),
]
