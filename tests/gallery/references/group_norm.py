"""Keras's GroupNormalization."""

import keras

from tests.gallery.reference import Case, floats

keras_layer = keras.layers.GroupNormalization

CASES = [
    Case(floats(3, 4), {"groups": 2}),
    Case(floats(2, 3, 6), {"groups": 6, "epsilon": 0.1}),
    Case(floats(2, 3, 2, 4), {"groups": 1}),
]
