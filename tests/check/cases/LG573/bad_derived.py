"""A test that a variable carries, in a helper."""

import keras
from keras import ops


class Limit(keras.layers.Layer):
    def call(self, inputs):
        peak = ops.max(ops.abs(inputs), axis=-1)
        large = peak > 10.0
        return self.limited(inputs, large)

    def limited(self, x, large):
        return x * 0.1 if ops.any(large) else x  # LG573
