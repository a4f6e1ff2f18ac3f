"""Keras's Dense without its bias."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(output_dim, **rest):
    return keras.layers.Dense(output_dim, use_bias=False, **rest)


CASES = [
    Case(floats(3, 4), {"output_dim": 5}),
    Case(floats(2, 3, 4), {"output_dim": 1, "kernel_initializer": "he_normal"}),
    Case(floats(2, 3, 2, 4), {"output_dim": 64, "kernel_regularizer": "l2"}),
]
