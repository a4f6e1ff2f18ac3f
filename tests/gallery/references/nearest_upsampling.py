"""Keras's UpSampling2D."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(size=(2, 2)):
    return keras.layers.UpSampling2D(size)


CASES = [
    Case(floats(2, 3, 4, 5)),
    Case(floats(1, 2, 2, 1), {"size": (3, 1)}),
    Case(floats(1, 2, 2, 1), {"size": 2}),
]
