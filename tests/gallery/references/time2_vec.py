"""Kazemi et al., 2019, equation 1: the first component linear, the others under a sine."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    waves = run.inputs[..., None] * run["frequency"] + run["phase"]
    waves[..., 1:] = np.sin(waves[..., 1:])
    return waves


CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 2}),
    Case(floats(2, 3, 2, 1), {"units": 3}),
]
