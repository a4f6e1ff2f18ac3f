"""Keras's PReLU."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(shared_axes=(), **rest):
    return keras.layers.PReLU(shared_axes=list(shared_axes) or None, **rest)


CASES = [
    Case(floats(3, 4)),
    Case(floats(2, 3, 4, 5), {"shared_axes": (1, 2)}),
    Case(floats(2, 3, 4), {"alpha_regularizer": "l2"}),
]
