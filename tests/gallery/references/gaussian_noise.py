"""Keras's GaussianNoise from the same seed."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.GaussianNoise

CASES = [
    Case(floats(3, 4), {"stddev": 0.5, "seed": 3}, training=True),
    Case(floats(3, 4, 5), {"stddev": 0.3, "seed": 3}, masks=bools(3, 4)),
    Case(floats(3, 4, 5), {"stddev": 0.0, "seed": 3}, training=True),
]
