"""Keras's Softmax, with and without a mask."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.Softmax

CASES = [
    Case(floats(3, 4)),
    Case((floats(2, 3, 4), bools(2, 3, 4))),
    Case(floats(2, 3, 4, 2), {"axis": 1}),
]
