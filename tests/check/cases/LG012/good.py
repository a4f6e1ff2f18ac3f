"""The shape that every tensor has."""

import keras
from keras import ops


class ByWidth(keras.layers.Layer):
    def call(self, x):
        return x * x.shape[-1]
