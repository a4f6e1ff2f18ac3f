"""Keras's SpatialDropout1D from the same seed."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.SpatialDropout1D

CASES = [
    Case(floats(3, 4, 6), {"rate": 0.5, "seed": 3}, training=True),
    Case(floats(3, 4, 6), {"rate": 0.3, "seed": 3}, masks=bools(3, 4)),
]
