"""What is left of one after a test."""

import keras
from keras import ops


class Soft(keras.layers.Layer):
    def call(self, x):
        large = ops.greater(ops.abs(x), 1.0)
        return x * (1.0 - large)  # LG019
