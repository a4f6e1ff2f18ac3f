"""Keras's Dense."""

import keras

from tests.gallery.reference import Case, floats

keras_layer = keras.layers.Dense

CASES = [
    Case(floats(3, 4), {"units": 5}),
    Case(floats(2, 3, 4), {"units": 1, "activation": "gelu", "use_bias": False}),
    Case(floats(2, 3, 2, 4), {"units": 6, "activation": "tanh", "kernel_regularizer": "l1"}),
    Case(floats(2, 3), {"units": 4, "bias_initializer": "ones", "bias_constraint": "non_neg"}),
]
