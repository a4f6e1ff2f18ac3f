"""Lee-Thorp et al., 2022, equation 3: the real part of the transform over time and features."""

import numpy as np

from tests.gallery.reference import Case, Result, bools, floats


def expected(run):
    return Result(np.fft.fft(np.fft.fft(run.inputs, axis=2), axis=1).real, (None,))


CASES = [Case(floats(2, 5, 4)), Case(floats(1, 1, 3)), Case(floats(2, 8, 8), masks=bools(2, 8))]
