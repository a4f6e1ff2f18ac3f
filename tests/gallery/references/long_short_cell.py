"""Keras's LSTMCell, both run by keras.layers.RNN."""

import keras

from tests.gallery.reference import Case, bools, floats


def wrap(cell):
    return keras.layers.RNN(cell, return_sequences=True, return_state=True)


def keras_layer(**init):
    return wrap(keras.layers.LSTMCell(**init))


CASES = [
    Case(floats(2, 5, 3), {"units": 4}),
    Case(floats(2, 5, 3), {"units": 1, "activation": "relu"}),
    Case(floats(2, 5, 3), {"units": 4}, masks=bools(2, 5)),
]
