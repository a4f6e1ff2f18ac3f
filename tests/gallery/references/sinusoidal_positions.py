"""Vaswani et al., 2017, section 3.5, with sines before cosines."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    _, time, size = run.inputs.shape
    table = np.zeros((time, size))
    for position in range(time):
        for pair in range(size // 2):
            angle = position / run.args.longest ** (2 * pair / size)
            table[position, pair], table[position, size // 2 + pair] = np.sin(angle), np.cos(angle)
    return run.inputs + table


CASES = [
    Case(floats(2, 7, 6)),
    Case(floats(1, 1, 2)),
    Case(floats(2, 20, 4), {"longest": 50.0}),
]
