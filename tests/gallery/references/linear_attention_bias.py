"""Press et al., 2022, section 3: minus slope times distance, slopes 2^(-8 h / heads)."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    scores = run.inputs.copy()
    _, heads, queries, keys = scores.shape
    for h, i, j in np.ndindex(heads, queries, keys):
        scores[:, h, i, j] -= 2 ** (-8 * (h + 1) / heads) * abs(i - j)
    return scores


CASES = [Case(floats(2, 3, 4, 5)), Case(floats(1, 8, 6, 6))]
