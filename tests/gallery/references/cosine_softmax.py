"""Wang et al., 2017: softmax of scaled cosines."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x, kernel = run.inputs, run["kernel"]
    cosine = (x @ kernel) / np.linalg.norm(x, axis=-1, keepdims=True)
    powers = np.exp(np.exp(run["log_scale"]) * cosine / np.linalg.norm(kernel, axis=0))
    return powers / powers.sum(-1, keepdims=True)


CASES = [
    Case(floats(3, 5), {"classes": 4}),
    Case(floats(2, 3, 5), {"classes": 2, "scale": 30.0}),
]
