"""Kingma and Welling, 2014, equation 10: mean + deviation * noise, and the divergence in closed form."""

import keras
import numpy as np

from tests.gallery.reference import Case, Result, floats


def expected(run):
    mean, log_variance = run.inputs
    variance = np.exp(log_variance)
    divergence = 0.5 * (mean**2 + variance - log_variance - 1).sum(-1).mean()
    y = mean
    if run.training:
        # The numbers that Keras draws for this seed; what is done with them is ours.
        generator = keras.random.SeedGenerator(run.args.seed)
        noise = keras.ops.convert_to_numpy(keras.random.normal(mean.shape, seed=generator))
        y = mean + np.sqrt(variance) * noise
    return Result(y, losses=run.args.weight * divergence)


CASES = [
    Case((floats(3, 4), floats(3, 4))),
    Case((floats(3, 4), floats(3, 4)), {"seed": 1, "weight": 0.1}, training=True),
    Case((floats(2, 3, 4), floats(2, 3, 4)), {"seed": 2}, training=True),
]
