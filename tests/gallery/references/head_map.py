"""Keras's EinsumDense with two output axes."""

import keras

from tests.gallery.reference import Case, floats


def keras_layer(heads, head_size, **rest):
    return keras.layers.EinsumDense("...c,cde->...de", (heads, head_size), bias_axes="de", **rest)


CASES = [
    Case(floats(2, 3, 4), {"heads": 2, "head_size": 5}),
    Case(floats(2, 3, 6, 4), {"heads": 1, "head_size": 3, "kernel_constraint": "unit_norm"}),
]
