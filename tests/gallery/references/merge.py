"""Keras's Add, Multiply, Average and Maximum."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(mode="add"):
    return getattr(keras.layers, mode.capitalize())()


CASES = [
    Case([floats(3, 4), floats(3, 4)]),
    Case([floats(3, 4), floats(3, 4), floats(3, 4)], {"mode": "average"}),
    Case([floats(2, 3, 4), floats(2, 3, 4)], {"mode": "multiply"}),
    Case([floats(2, 3, 4) for _ in range(4)], {"mode": "maximum"}),
]
