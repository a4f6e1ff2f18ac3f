"""Tancik et al., 2020, section 4: cos and sin of 2 pi B x."""

import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    angles = 2 * np.pi * np.einsum("...f,fu->...u", run.inputs, run["projection"])
    return np.concatenate([np.cos(angles), np.sin(angles)], axis=-1)


CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 1, "scale": 10.0}),
    Case(floats(2, 3, 2, 4), {"units": 2}),
]
