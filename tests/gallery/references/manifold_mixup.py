"""Verma et al., 2019, equation 1: a sample, and the one across the batch, in random shares."""

import keras
import numpy as np

from tests.gallery.reference import Case, floats


def expected(run):
    x = run.inputs
    if not run.training:
        return x, np.ones(len(x))
    # The numbers that Keras draws for this seed; what is done with them is ours.
    generator = keras.random.SeedGenerator(run.args.seed)
    alpha = run.args.alpha
    share = keras.ops.convert_to_numpy(keras.random.beta((len(x),), alpha, alpha, seed=generator))
    mixed = [s * one + (1 - s) * two for s, one, two in zip(share, x, x[::-1], strict=True)]
    return np.array(mixed), share


CASES = [
    Case(floats(3, 4)),
    Case(floats(4, 3), {"seed": 1}, training=True),
    Case(floats(3, 2, 3), {"alpha": 0.5, "seed": 2}, training=True),
]
