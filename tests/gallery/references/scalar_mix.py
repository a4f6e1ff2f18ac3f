"""Peters et al., 2018, equation 1."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    shares = np.exp(run["logits"]) / np.exp(run["logits"]).sum()
    return run["gamma"] * sum(s * x for s, x in zip(shares, run.inputs, strict=True))


CASES = [
    Case([floats(3, 4), floats(3, 4)]),
    Case([floats(2, 3, 4), floats(2, 3, 4), floats(2, 3, 4)]),
]
