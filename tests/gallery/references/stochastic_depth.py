"""Huang et al., 2016: whole samples are dropped, the rest scaled up, so that averages stay."""

import keras

from tests.gallery.reference import Case, floats


def expected(run):
    x, rate = run.inputs, run.args.rate
    if not run.training:
        return x
    shape = (len(x), *[1] * (x.ndim - 1))
    # The numbers that Keras draws for this seed; what is done with them is ours.
    drawn = keras.random.uniform(shape, seed=keras.random.SeedGenerator(run.args.seed))
    return x * (keras.ops.convert_to_numpy(drawn) >= rate) / (1 - rate)


CASES = [
    Case(floats(3, 4)),
    Case(floats(8, 4), {"rate": 0.5, "seed": 1}, training=True),
    Case(floats(8, 2, 3), {"rate": 0.3, "seed": 2}, training=True),
]
