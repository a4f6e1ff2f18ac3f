"""Yu et al., 2019, equation 3: two of Keras's Conv2D, one of them the gate."""

import keras
from keras import ops

from tests.gallery.reference import Case, floats


class Twin(keras.layers.Layer):
    """activation(conv(x)) * sigmoid(conv(x))."""

    def __init__(self, filters, kernel_size=3, strides=1, activation="elu"):
        super().__init__()
        options = {"strides": strides, "padding": "same"}
        self.features = keras.layers.Conv2D(filters, kernel_size, activation=activation, **options)
        self.gate = keras.layers.Conv2D(filters, kernel_size, use_bias=False, **options)

    def call(self, inputs):
        return self.features(inputs) * ops.sigmoid(self.gate(inputs))


keras_layer = Twin


def carried(weights, **init):
    return [weights["kernel"], weights["bias"], weights["gate"]]


CASES = [
    Case(floats(2, 6, 5, 3), {"filters": 4}),
    Case(floats(2, 6, 5, 3), {"filters": 2, "kernel_size": (2, 3), "strides": (2, 1)}),
    Case(floats(2, 5, 5, 1), {"filters": 2, "kernel_size": 1, "strides": 2, "activation": "relu"}),
]
