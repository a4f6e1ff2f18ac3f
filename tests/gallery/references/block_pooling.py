"""Keras's MaxPooling2D."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(size=(2, 2)):
    return keras.layers.MaxPooling2D(size)


CASES = [
    Case(floats(2, 6, 4, 3)),
    Case(floats(2, 7, 5, 3), {"size": (3, 2)}),
    Case(floats(2, 3, 3, 1), {"size": 1}),
]
