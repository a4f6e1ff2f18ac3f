"""A second input that is scaled where it lies."""

import keras


class Residual(keras.layers.Layer):
    def call(self, x, residual):
        residual *= 0.5  # LG577
        return x + residual
