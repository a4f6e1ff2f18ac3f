"""Keras's GlobalAveragePooling1D, with and without a mask."""

import keras

from tests.gallery.reference import Case, bools, floats

keras_layer = keras.layers.GlobalAveragePooling1D

CASES = [
    Case(floats(3, 4, 5)),
    Case(floats(3, 4, 5), masks=bools(3, 4)),
    Case(floats(3, 4, 5), {"keepdims": True}, masks=bools(3, 4)),
]
