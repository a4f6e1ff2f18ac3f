"""Lee-Thorp et al., 2022, equation 3: the real part of the transform over time and features."""

import numpy as np

from tests.gallery.reference import Case, bools, floats


def expected(run):
    x = run.inputs if run.masks is None else run.inputs * run.masks[..., None]
    return np.fft.fft(np.fft.fft(x, axis=2), axis=1).real


CASES = [Case(floats(2, 5, 4)), Case(floats(1, 1, 3)), Case(floats(2, 8, 8), masks=bools(2, 8))]
