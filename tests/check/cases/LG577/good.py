"""Only what the layer made itself is added to."""

import keras


class Residual(keras.layers.Layer):
    def call(self, x, residual):
        residual = residual * 0.5
        residual += x
        total = x + residual
        total += residual
        return total
