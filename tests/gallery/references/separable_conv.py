"""Keras's SeparableConv2D."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(filters, kernel_size=(3, 3), **rest):
    return keras.layers.SeparableConv2D(filters, kernel_size, **rest)


CASES = [
    Case(floats(2, 6, 5, 3), {"filters": 4}),
    Case(floats(2, 6, 5, 3), {"filters": 2, "kernel_size": (2, 3), "padding": "same"}),
    Case(floats(2, 7, 5, 2), {"filters": 2, "strides": 2, "depth_multiplier": 3}),
    Case(floats(2, 7, 6, 2), {"filters": 2, "strides": 2, "padding": "same"}),
]
