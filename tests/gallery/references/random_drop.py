"""Keras's Dropout from the same seed."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.Dropout

CASES = [
    Case(floats(3, 4), {"rate": 0.5, "seed": 3}, training=True),
    Case(floats(3, 4, 5), {"rate": 0.3, "seed": 3}, masks=bools(3, 4)),
    Case(floats(3, 4, 5), {"rate": 0.0, "seed": 3}, training=True),
]
