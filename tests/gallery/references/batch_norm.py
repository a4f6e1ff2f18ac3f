"""Keras's BatchNormalization: in training with its new moving statistics, and at inference."""

import keras

from tests.gallery.reference import Case, floats

keras_layer = keras.layers.BatchNormalization


def draw(name, shape, random):
    return random.uniform(0.5, 2, shape) if name == "moving_variance" else None


CASES = [
    Case(floats(5, 4), training=True),
    Case(floats(5, 4)),
    Case(floats(3, 2, 4), {"axis": 1, "momentum": 0.5}, training=True),
    Case(floats(3, 2, 3, 4), {"axis": -2, "epsilon": 0.1}),
    Case(floats(3, 2, 3, 4), {"axis": -1}, training=True),
]
