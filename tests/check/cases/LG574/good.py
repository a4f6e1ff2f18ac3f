"""Numbers that are known."""

import keras
from keras import ops


class ByWidth(keras.layers.Layer):
    def call(self, x):
        width = int(x.shape[-1])
        return x / float(width)
