"""A shape that layers no longer remember."""

import keras
from keras import ops


class ByWidth(keras.layers.Layer):
    def call(self, x):
        width = self.input_shape[-1]  # LG007
        return x * width
